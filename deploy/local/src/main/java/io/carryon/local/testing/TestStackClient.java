package io.carryon.local.testing;

import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Finds the running stack or starts one; uses nothing but the JDK, because it runs inside the services' tests. */
final class TestStackClient {

    private static final Duration START = Duration.ofMinutes(2);

    private final Path root;
    private final Path folder;

    TestStackClient(Path root, Path folder) {
        this.root = root;
        this.folder = folder;
    }

    /** What is the named module's alone, as configuration of its service. The caller holds the lock. */
    Map<String, String> lease(String name) throws IOException {
        try {
            return ask(name);
        } catch (IOException notRunning) {
            startStack();
            return ask(name);
        }
    }

    private Map<String, String> ask(String name) throws IOException {
        String url = Files.readString(address()).strip();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(url + "/lease?name=" + name + "&watch=" + MavenProcess.id()))
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("The test stack answered " + answer.statusCode() + ": " + answer.body());
            }
            Properties lease = new Properties();
            lease.load(new StringReader(answer.body()));
            return lease.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, lease::getProperty));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void startStack() throws IOException {
        Files.deleteIfExists(address());
        Path target = root.resolve("deploy/local/target");
        Path log = folder.resolve("stack.log");
        // The class by its name: loading it here would ask for the parts' libraries.
        Process stack = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        target.resolve("classes")
                                + File.pathSeparator
                                + Files.readString(target.resolve("libraries.txt")),
                        "io.carryon.local.testing.TestStack",
                        root.toString(),
                        Long.toString(MavenProcess.id())))
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(log.toFile())
                .start();
        awaitAddress(stack, log);
    }

    private void awaitAddress(Process stack, Path log) throws IOException {
        long deadline = System.nanoTime() + START.toNanos();
        while (Files.notExists(address())) {
            if (!stack.isAlive() || System.nanoTime() > deadline) {
                stack.destroy();
                throw new IllegalStateException("The test stack did not start:\n" + Files.readString(log));
            }
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }

    private Path address() {
        return folder.resolve("address");
    }
}
