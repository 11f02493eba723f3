package io.carryon.local.stack;

import io.carryon.local.parts.PartMain;
import io.carryon.local.process.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The parts that are Java programs. */
final class JavaParts {

    private final Installation installation;
    private final Path data;
    private final JvmCache cache;

    JavaParts(Installation installation, Path data, JvmCache cache) {
        this.installation = installation;
        this.data = data;
        this.cache = cache;
    }

    Program kafka(int port, int controllerPort) {
        return part("kafka", List.of("-Xms96m", "-Xmx160m"), port, controllerPort);
    }

    Program mongodb(int port) {
        return part("mongodb", List.of("-Xms32m", "-Xmx256m"), port);
    }

    Program mail(int smtpPort, int imapPort) {
        return part("mail", List.of("-Xms24m", "-Xmx256m"), smtpPort, imapPort);
    }

    private Program part(String name, List<String> memory, int... ports) {
        Path home = data.resolve(name);
        List<String> command = new ArrayList<>(List.of(installation.java().toString()));
        command.addAll(memory);
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:-UsePerfData", "-XX:TieredStopAtLevel=1"));
        command.addAll(JvmOptions.POOLS);
        command.addAll(JvmOptions.QUIET);
        command.addAll(cache.options(name, installation.classPath()));
        command.addAll(List.of("-cp", installation.classPathOption(), PartMain.class.getName()));
        command.addAll(List.of(name, home.toString()));
        for (int port : ports) {
            command.add(Integer.toString(port));
        }
        Path log = data.resolve("logs").resolve(name + ".log");
        return new Program(name, command, Map.of(), log, "TERM", pid -> ready(home, pid), Duration.ofSeconds(60));
    }

    private static boolean ready(Path home, long pid) {
        try {
            return Files.readString(home.resolve(PartMain.READY)).equals(Long.toString(pid));
        } catch (IOException e) {
            return false;
        }
    }
}
