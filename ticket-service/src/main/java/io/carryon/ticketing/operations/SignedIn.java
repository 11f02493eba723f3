package io.carryon.ticketing.operations;

import io.carryon.ticketing.ticket.Actor;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The member of staff whose token came with the request. */
@RequestScoped
public class SignedIn {

    /** Roles whose holders work on tickets. */
    public static final String AGENT = "agent";

    public static final String SUPERVISOR = "supervisor";
    public static final String ADMIN = "admin";

    /** A machine that speaks for customers, such as the portal's server or a survey. */
    public static final String SERVICE = "service";

    private final JsonWebToken token;

    public SignedIn(JsonWebToken token) {
        this.token = token;
    }

    /** The token's subject; owners of tickets are named by it. */
    public String id() {
        return token.getSubject() == null ? token.getName() : token.getSubject();
    }

    /** Whom a request names: themselves when it says me. */
    public String subject(String named) {
        return "me".equals(named) ? id() : named;
    }

    /** Whose hand the history names. */
    public Actor actor() {
        return Actor.staff(id(), name());
    }

    /** The roles of the token. */
    public Set<String> roles() {
        return token.getGroups();
    }

    /** Whether it is a machine, and no person of staff. */
    public boolean isService() {
        return token.getGroups().contains(SERVICE);
    }

    /** Whether it is a supervisor or an admin: they may undo what colleagues did, and keep what all see. */
    public boolean leads() {
        return token.getGroups().contains(SUPERVISOR) || token.getGroups().contains(ADMIN);
    }

    /** When the token ends. */
    public Instant expiresAt() {
        return Instant.ofEpochSecond(token.getExpirationTime());
    }

    /** The name customers and colleagues see. */
    public String name() {
        var name = token.<Object>getClaim("name");
        return name == null ? id() : name.toString();
    }
}
