package io.carryon.gateway.phone.cti;

import io.carryon.gateway.door.TokenDoors;
import io.carryon.gateway.problem.ProblemException;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;

/** Knows a telephone system by its token. */
@Startup
@ApplicationScoped
public class CtiConnections {

    private final TokenDoors<CtiConnection> doors = new TokenDoors<>("carryon.cti.connections");

    public CtiConnections(CtiConfig config) {
        config.connections()
                .forEach((name, configured) -> doors.add(
                        name, configured.token(), configured.tokenFile(), () -> connection(name, configured, config)));
    }

    private CtiConnection connection(String name, CtiConfig.Connection configured, CtiConfig config) {
        if (configured.kind() == CtiConfig.Kind.SIPGATE && config.publicUrl().isEmpty()) {
            throw doors.wrong(name, "sipgate sends further events only to carryon.cti.public-url, which is not set");
        }
        return CtiConnection.of(name, configured, TokenDoors.secret(configured.secret(), configured.secretFile()));
    }

    /** The connection with this token; 401 when there is none, 404 when it speaks another format. */
    CtiConnection with(String token, CtiConfig.Kind kind) {
        var found = doors.with(token)
                .orElseThrow(() -> ProblemException.of(
                        401,
                        "unknown-token",
                        "The token in the path is not known",
                        "Use the token configured for this telephone system."));
        if (found.kind() != kind) {
            throw ProblemException.notFound("This connection is configured with kind %s; push to that format's path."
                    .formatted(found.kind().name().toLowerCase(Locale.ROOT)));
        }
        return found;
    }

    /** The connection whose calls carry this client name, if it still is configured. */
    Optional<CtiConnection> named(String client) {
        return doors.connections()
                .filter(connection -> connection.client().equals(client))
                .findFirst();
    }
}
