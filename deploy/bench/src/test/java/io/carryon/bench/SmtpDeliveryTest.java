package io.carryon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SmtpDeliveryTest {

    @Test
    void dotsAndLineEndsReachTheServerAsRfc5321Asks() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var received = CompletableFuture.supplyAsync(() -> session(server));

            try (var delivery = new SmtpDelivery(server.getInetAddress().getHostAddress(), server.getLocalPort())) {
                delivery.deliver(
                        "a@b.example", "c@d.example", "Subject: x\n\n.dot\nlast".getBytes(StandardCharsets.UTF_8));
            }

            assertThat(received.get()).containsExactly("Subject: x", "", "..dot", "last");
        }
    }

    /** Plays the server's side of one delivery and answers the lines of the message. */
    private static List<String> session(ServerSocket server) {
        try (var socket = server.accept();
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            var out = socket.getOutputStream();
            out.write("220-hello\r\n220 ready\r\n".getBytes(StandardCharsets.US_ASCII));
            for (String line = in.readLine(); !"DATA".equals(line); line = in.readLine()) {
                out.write("250 ok\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.write("354 go on\r\n".getBytes(StandardCharsets.US_ASCII));
            var lines = new ArrayList<String>();
            for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
                lines.add(line);
            }
            out.write("250 taken\r\n".getBytes(StandardCharsets.US_ASCII));
            return lines;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
