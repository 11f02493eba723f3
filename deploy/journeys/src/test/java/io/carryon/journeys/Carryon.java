package io.carryon.journeys;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The whole product as {@code deploy/run} starts it, on free ports and throw-away data, once for all journeys.
 * It ends with the Java process of the tests.
 */
final class Carryon {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);
    private static final Path ROOT = Path.of(System.getProperty("carryon.root"));
    private static final Path DATA = ROOT.resolve("deploy/journeys/target/carryon");
    private static final List<String> SERVICES =
            List.of("channel-gateway", "customer-profile-service", "ticket-service");
    /** What a caller is told is tested here, not how fast: a cold service on a busy machine misses the one second. */
    private static final Map<String, String> PATIENT = Map.of(
            "CARRYON_PHONE_STORE_DEADLINE", "5s",
            "CARRYON_PHONE_ACK_DEADLINE", "5s",
            "CARRYON_PHONE_ANSWER_DEADLINE", "10s");

    private static Carryon running;

    private final Process launcher;

    private Carryon(Process launcher) {
        this.launcher = launcher;
    }

    /** Starts it at the first call; waits, because a journey before may have killed a part of it. */
    static synchronized Carryon running() throws IOException {
        if (running == null) {
            running = new Carryon(launch());
        }
        await().atMost(LONGEST_START).pollInterval(Duration.ofMillis(250)).until(running::ready);
        return running;
    }

    String url(String service) {
        return run().path("services").path(service).path("url").asText();
    }

    long pid(String service) {
        return run().path("services").path(service).path("pid").asLong();
    }

    String token(String role) {
        return run().path("tokens").path(role).asText();
    }

    int port(String part) {
        return run().path(part).path("port").asInt();
    }

    private static Process launch() throws IOException {
        deleteOldData();
        Files.createDirectories(DATA);
        var command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(),
                        "io.carryon.local.Launcher",
                        "--root",
                        ROOT.toString(),
                        "--ports",
                        "free",
                        "--data",
                        DATA.toString())
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(DATA.resolve("launcher.log").toFile());
        command.environment().putAll(PATIENT);
        command.environment().putAll(Telegram.SETTINGS);
        var process = command.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
        return process;
    }

    private boolean ready() throws IOException {
        if (!launcher.isAlive()) {
            throw new IOException("The stack did not start:\n" + Files.readString(DATA.resolve("launcher.log")));
        }
        return Files.exists(DATA.resolve("run.json")) && SERVICES.stream().allMatch(this::ready);
    }

    private boolean ready(String service) {
        try {
            return given().get(url(service) + "/q/health/ready").statusCode() == 200;
        } catch (Exception notListening) {
            return false;
        }
    }

    /** As deploy/run composes it. */
    private static String classPath() throws IOException {
        var local = ROOT.resolve("deploy/local/target");
        return local.resolve("classes")
                + File.pathSeparator
                + Files.readString(local.resolve("libraries.txt")).strip();
    }

    private static JsonNode run() {
        try {
            return new ObjectMapper().readTree(DATA.resolve("run.json").toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void stop(Process launcher) {
        launcher.destroy();
        try {
            if (!launcher.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void deleteOldData() throws IOException {
        if (!Files.exists(DATA)) {
            return;
        }
        List<Path> paths;
        try (var tree = Files.walk(DATA)) {
            paths = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (var path : paths) {
            Files.delete(path);
        }
    }
}
