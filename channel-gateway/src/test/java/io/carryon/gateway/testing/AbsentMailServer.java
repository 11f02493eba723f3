package io.carryon.gateway.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.microprofile.config.ConfigProvider;

/** A port for the service's mail where nobody listens until the server "comes back". */
public final class AbsentMailServer {

    private static final String PORT = "carryon.smtp.port";

    private AbsentMailServer() {}

    /** The settings of a service that sends its mail there, and tries again soon. */
    static Map<String, String> settings() {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Map.of(
                    "carryon.smtp.host",
                    InetAddress.getLoopbackAddress().getHostAddress(),
                    PORT,
                    String.valueOf(free.getLocalPort()),
                    "carryon.replies.first-pause",
                    "500ms",
                    "carryon.replies.poll",
                    "500ms");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on it is there and takes every mail. */
    public static Back comeBack() throws IOException {
        int port = ConfigProvider.getConfig().getValue(PORT, Integer.class);
        var back = new Back(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(back::serve);
        return back;
    }

    /** The server while it is there. */
    public static final class Back implements AutoCloseable {

        private final ServerSocket door;
        private final BlockingQueue<String> subjects = new LinkedBlockingQueue<>();

        private Back(ServerSocket door) {
            this.door = door;
        }

        /** The subjects of the mails, in the order they came. */
        public BlockingQueue<String> subjects() {
            return subjects;
        }

        @Override
        public void close() throws IOException {
            door.close();
        }

        private void serve() {
            while (!door.isClosed()) {
                try (var client = door.accept()) {
                    converse(client);
                } catch (IOException e) {
                    // The client or the test has gone.
                    continue;
                }
            }
        }

        private void converse(Socket client) throws IOException {
            var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            say(client, "220 here");
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("DATA")) {
                    say(client, "354 go on");
                    take(lines);
                }
                say(client, line.startsWith("QUIT") ? "221 bye" : "250 fine");
            }
        }

        private void take(BufferedReader lines) throws IOException {
            for (var line = lines.readLine(); line != null && !line.equals("."); line = lines.readLine()) {
                if (line.startsWith("Subject: ")) {
                    subjects.add(line.substring("Subject: ".length()));
                }
            }
        }

        private static void say(Socket client, String line) throws IOException {
            client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
