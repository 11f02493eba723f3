package io.carryon.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What is needed to run one process.
 *
 * @param environment all variables it sees besides the few of the user's session (PATH, HOME, language)
 * @param stopSignal the signal that makes it stop in good order, as {@code kill} names it
 */
public record Program(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path log,
        String stopSignal,
        Readiness readiness,
        Duration patience) {

    public Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
