package io.carryon.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Finds ports on the loopback interface. */
public final class FreePorts {

    private static final int STEP = 10;
    private static final int STEPS = 20;

    private FreePorts() {}

    /** The given number of different free ports. */
    public static int[] take(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            int[] ports = new int[count];
            for (int i = 0; i < count; i++) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                held.add(socket);
                ports[i] = socket.getLocalPort();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            held.forEach(FreePorts::close);
        }
    }

    /** The wanted port or, in steps that stay clear of its neighbours, the first free one above it. */
    public static int from(int wanted) {
        for (int port = wanted; port < wanted + STEPS * STEP; port += STEP) {
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No port near " + wanted + " is free");
    }

    private static boolean isFree(int port) {
        // The services listen on all interfaces, so a listener on any of them is in the way.
        try (ServerSocket loopback = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            loopback.close();
            try (ServerSocket all = new ServerSocket(port, 1)) {
                return all.isBound();
            }
        } catch (IOException e) {
            return false;
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
