package io.carryon.gateway.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Cuts, stalls and mends the {@link Wire} to the database. The wire is laid before the service and its tests are loaded,
 * by classes of another loader, so that it is told over a socket what to do.
 */
public final class DatabaseWire {

    static final String PORT = "carryon.test.database-wire";

    private DatabaseWire() {}

    /** Connections end, and no new one is made. */
    public static void cut() {
        tell("cut");
    }

    /** Connections stand, and nothing goes through them. */
    public static void stall() {
        tell("stall");
    }

    public static void mend() {
        tell("mend");
    }

    /** Obeys until the socket is closed. */
    static void obey(ServerSocket commands, Wire wire) {
        try {
            while (!commands.isClosed()) {
                try (var told = commands.accept()) {
                    switch (lines(told).readLine()) {
                        case "cut" -> wire.cut();
                        case "stall" -> wire.stall();
                        default -> wire.mend();
                    }
                    told.getOutputStream().write('\n');
                }
            }
        } catch (IOException e) {
            if (!commands.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void tell(String command) {
        var port = ConfigProvider.getConfig().getValue(PORT, Integer.class);
        try (var wire = new Socket(InetAddress.getLoopbackAddress(), port)) {
            wire.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
            if (lines(wire).readLine() == null) {
                throw new IllegalStateException("The wire did not " + command);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedReader lines(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }
}
