package io.carryon.gateway.phone.line;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The gateway's token for the profile, from a file that whoever rotates it replaces. */
@ApplicationScoped
public class ProfileToken {

    private static final Duration FRESH_FOR = Duration.ofSeconds(10);

    private final Optional<Path> file;
    private final Clock clock;
    private volatile Read last = new Read(null, Instant.MIN);

    public ProfileToken(@ConfigProperty(name = "carryon.profile.token-file") Optional<Path> file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    private record Read(String authorization, Instant until) {}

    /** The Authorization header, or null when no token is configured. */
    String authorization() {
        var now = clock.instant();
        if (file.isPresent() && !now.isBefore(last.until())) {
            try {
                last = new Read("Bearer " + Files.readString(file.get()).strip(), now.plus(FRESH_FOR));
            } catch (IOException e) {
                throw new UncheckedIOException("The profile's token cannot be read", e);
            }
        }
        return last.authorization();
    }
}
