package io.carryon.ticketing.access;

import io.carryon.ticketing.operations.SignedIn;
import java.util.Set;

/** Who asks: the subject and the roles of a token. */
public record Caller(String id, Set<String> roles) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public static Caller of(SignedIn signedIn) {
        return new Caller(signedIn.id(), signedIn.roles());
    }
}
