package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.menu.Menus;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The accounts that are configured; one that could not take a call keeps the service from starting. */
@Startup
@ApplicationScoped
public class TwilioConnections {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Pattern QUEUE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private static final Pattern PIN = Pattern.compile("[0-9]{6,12}");

    private final Map<String, TwilioConfig.Connection> byName;

    public TwilioConnections(TwilioConfig config, Menus menus) {
        this.byName = Map.copyOf(config.connections());
        byName.forEach((name, connection) -> {
            demand(NAME.matcher(name).matches(), name, "its name must match " + NAME);
            demand(menus.named(connection.menu()).isPresent(), name, "there is no menu " + connection.menu());
            demand(
                    connection.publicUrl().getHost() != null
                            && connection.publicUrl().getScheme().matches("https?"),
                    name,
                    "its public URL must be an http or https address");
            demand(
                    connection.queue().map(QUEUE.asMatchPredicate()::test).orElse(true),
                    name,
                    "its queue must match " + QUEUE);
            demand(!tokens(connection).isEmpty(), name, "it has no auth token");
            connection
                    .agents()
                    .forEach((line, agent) -> demand(
                            agent.pin().map(PIN.asMatchPredicate()::test).orElse(true),
                            name,
                            "the PIN of " + line + " must match " + PIN));
        });
    }

    Optional<TwilioConfig.Connection> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** What its requests may be signed with now. */
    static List<String> tokens(TwilioConfig.Connection connection) {
        if (connection.authTokenFile().isEmpty()) {
            return connection.authTokens().orElse(List.of());
        }
        var file = connection.authTokenFile().get();
        try (var lines = Files.lines(file)) {
            return lines.map(String::strip).filter(line -> !line.isEmpty()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The auth tokens cannot be read: " + file, e);
        }
    }

    private static void demand(boolean isRight, String name, String what) {
        if (!isRight) {
            throw new IllegalStateException("The Twilio connection " + name + " cannot take calls: " + what);
        }
    }
}
