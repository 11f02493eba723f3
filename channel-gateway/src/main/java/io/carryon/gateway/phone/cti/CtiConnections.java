package io.carryon.gateway.phone.cti;

import io.carryon.gateway.contact.ContactId;
import io.carryon.gateway.problem.ProblemException;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Knows a telephone system by its token. What is wrong in the configuration stops the start, never naming a token. */
@Startup
@ApplicationScoped
public class CtiConnections {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,50}");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~-]{16,128}");

    private final List<Door> doors = new ArrayList<>();

    /** Of the token only its hash is kept here; no log line can give it away. */
    private record Door(byte[] tokenHash, CtiConnection connection) {}

    public CtiConnections(CtiConfig config) {
        config.connections().forEach((name, configured) -> add(name, configured, config));
    }

    private void add(String name, CtiConfig.Connection configured, CtiConfig config) {
        if (!NAME.matcher(name).matches()) {
            throw wrong(name, "its name must be 1 to 50 letters, digits and . _ -");
        }
        var token = secret(configured.token(), configured.tokenFile())
                .orElseThrow(() -> wrong(name, "it needs a token or a token-file"));
        if (!TOKEN.matcher(token).matches()) {
            throw wrong(name, "its token must be 16 to 128 letters, digits and . _ ~ -");
        }
        if (configured.kind() == CtiConfig.Kind.SIPGATE && config.publicUrl().isEmpty()) {
            throw wrong(name, "sipgate sends further events only to carryon.cti.public-url, which is not set");
        }
        var hash = hash(token);
        if (doors.stream().anyMatch(door -> MessageDigest.isEqual(door.tokenHash(), hash))) {
            throw wrong(name, "its token is another connection's too");
        }
        var signing = secret(configured.secret(), configured.secretFile());
        doors.add(new Door(hash, CtiConnection.of(name, configured, signing)));
    }

    /** The connection with this token; 401 when there is none, 404 when it speaks another format. */
    CtiConnection with(String token, CtiConfig.Kind kind) {
        var hash = hash(token);
        CtiConnection found = null;
        // All are compared, so that the time taken tells nothing.
        for (var door : doors) {
            if (MessageDigest.isEqual(door.tokenHash(), hash)) {
                found = door.connection();
            }
        }
        if (found == null) {
            throw ProblemException.of(
                    401,
                    "unknown-token",
                    "The token in the path is not known",
                    "Use the token configured for this telephone system.");
        }
        if (found.kind() != kind) {
            throw ProblemException.notFound("This connection is configured with kind %s; push to that format's path."
                    .formatted(found.kind().name().toLowerCase(Locale.ROOT)));
        }
        return found;
    }

    /** The connection whose calls carry this client name, if it still is configured. */
    Optional<CtiConnection> named(String client) {
        return doors.stream()
                .map(Door::connection)
                .filter(connection -> connection.client().equals(client))
                .findFirst();
    }

    private static byte[] hash(String token) {
        return ContactId.sha256().digest(token.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> secret(Optional<String> given, Optional<Path> file) {
        return given.or(() -> file.map(CtiConnections::read));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("A secret of a CTI connection cannot be read", e);
        }
    }

    private static IllegalStateException wrong(String name, String what) {
        return new IllegalStateException("carryon.cti.connections." + name + ": " + what);
    }
}
