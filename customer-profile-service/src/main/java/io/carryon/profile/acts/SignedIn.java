package io.carryon.profile.acts;

import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The member of staff whose token came with the request. */
@RequestScoped
public class SignedIn {

    private final JsonWebToken token;
    private final Clock clock;

    public SignedIn(JsonWebToken token, Clock clock) {
        this.token = token;
        this.clock = clock;
    }

    /** The act they ask for, at this moment. */
    public Act asks(String kind, UUID subject, IdempotencyKey key, Map<String, Object> request) {
        return new Act(
                Act.idOf(id(), kind, subject, key.value()),
                kind,
                subject,
                clock.instant(),
                Actor.staff(id(), name()),
                request);
    }

    private String id() {
        return token.getSubject() == null ? token.getName() : token.getSubject();
    }

    private String name() {
        var name = token.<Object>getClaim("name");
        return name == null ? id() : name.toString();
    }
}
