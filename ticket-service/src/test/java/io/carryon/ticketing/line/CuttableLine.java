package io.carryon.ticketing.line;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A TCP proxy with a switch: one byte to the switch's port cuts every connection and refuses new ones (0) or lets them
 * through again (1), and is echoed when it is done. A port, because tests and their resources do not share classes.
 */
final class CuttableLine implements AutoCloseable {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final String host;
    private final int target;
    private final ServerSocket door;
    private final ServerSocket control;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    private CuttableLine(String host, int target) throws IOException {
        this.host = host;
        this.target = target;
        door = new ServerSocket(0, 50, HERE);
        control = new ServerSocket(0, 1, HERE);
    }

    static CuttableLine to(String host, int port) throws IOException {
        var line = new CuttableLine(host, port);
        Thread.ofPlatform().daemon().name("cuttable-line").start(() -> line.serve(line.door, line::connect));
        Thread.ofPlatform().daemon().name("cuttable-switch").start(() -> line.serve(line.control, line::turn));
        return line;
    }

    int port() {
        return door.getLocalPort();
    }

    int switchPort() {
        return control.getLocalPort();
    }

    /** Turns the switch behind a port: true cuts the line, false mends it. */
    static void turn(int switchPort, boolean cut) {
        try (var socket = new Socket(HERE, switchPort)) {
            socket.getOutputStream().write(cut ? 0 : 1);
            socket.getInputStream().read();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @FunctionalInterface
    private interface Guest {

        void welcome(Socket socket) throws IOException;
    }

    private void serve(ServerSocket server, Guest guest) {
        while (!server.isClosed()) {
            try {
                guest.welcome(server.accept());
            } catch (IOException e) {
                // This guest is gone; the next one may come.
            }
        }
    }

    private void turn(Socket socket) throws IOException {
        try (socket) {
            var position = socket.getInputStream().read();
            cut = position == 0;
            if (cut) {
                open.forEach(CuttableLine::close);
                open.clear();
            }
            socket.getOutputStream().write(position);
        }
    }

    private void connect(Socket near) throws IOException {
        if (cut) {
            near.close();
            return;
        }
        var far = new Socket(host, target);
        open.add(near);
        open.add(far);
        pipe(near, far);
        pipe(far, near);
    }

    private void pipe(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException e) {
                // The other end hung up, or the line was cut: both ends are closed below.
            } finally {
                close(from);
                close(to);
                open.remove(from);
                open.remove(to);
            }
        });
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed as far as we are concerned.
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            control.close();
        } catch (IOException e) {
            // Daemon threads end with the JVM.
        }
        open.forEach(CuttableLine::close);
    }
}
