package io.carryon.local.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The main class of a part's process: {@code PartMain <kafka|mongodb|mail> <data directory> <port> [second port]}. */
public final class PartMain {

    /** Written into the data directory when the part answers; holds the id of the process that does. */
    public static final String READY = "ready.pid";

    /** Kept here because the logging framework forgets levels of loggers nobody holds. */
    private static final Logger ROOT = Logger.getLogger("");

    private PartMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        ROOT.setLevel(Level.WARNING);
        Path data = Files.createDirectories(Path.of(arguments[1]));
        Path ready = data.resolve(READY);
        Files.deleteIfExists(ready);
        Part part = part(arguments, data);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(part, stopped), "stop"));
        part.start();
        Files.writeString(ready, Long.toString(ProcessHandle.current().pid()));
        stopped.await();
    }

    private static Part part(String[] arguments, Path data) {
        int port = Integer.parseInt(arguments[2]);
        return switch (arguments[0]) {
            case "kafka" -> new KafkaPart(data, port, Integer.parseInt(arguments[3]));
            case "mongodb" -> new MongoPart(data, port);
            case "mail" -> new MailPart(data, port, Integer.parseInt(arguments[3]));
            default -> throw new IllegalArgumentException("No such part: " + arguments[0]);
        };
    }

    private static void stop(Part part, CountDownLatch stopped) {
        part.close();
        stopped.countDown();
    }
}
