package io.carryon.gateway.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A wire to a real server that can be cut, or stalled so that nothing comes through, and mended again. */
public final class Wire implements AutoCloseable {

    private final ServerSocket near;
    private final String host;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition flowing = lock.newCondition();
    private boolean cut;
    private boolean stalled;

    public Wire(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        this.near = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return near.getLocalPort();
    }

    /** Connections end, and no new one is made. */
    public void cut() {
        change(true, false);
        open.forEach(Wire::end);
    }

    /** Connections stand, and nothing goes through them. */
    public void stall() {
        change(false, true);
    }

    public void mend() {
        change(false, false);
    }

    @Override
    public void close() throws IOException {
        near.close();
        cut();
    }

    private void change(boolean nowCut, boolean nowStalled) {
        lock.lock();
        try {
            cut = nowCut;
            stalled = nowStalled;
            flowing.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        try {
            while (!near.isClosed()) {
                var from = near.accept();
                if (isCut()) {
                    end(from);
                } else {
                    connect(from);
                }
            }
        } catch (IOException e) {
            if (!near.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void connect(Socket from) {
        try {
            var to = new Socket(host, port);
            open.add(from);
            open.add(to);
            Thread.ofVirtual().start(() -> carry(from, to));
            Thread.ofVirtual().start(() -> carry(to, from));
        } catch (IOException e) {
            end(from);
        }
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            carry(from.getInputStream(), to.getOutputStream());
        } catch (IOException | InterruptedException e) {
            end(from);
        }
        open.remove(from);
        open.remove(to);
    }

    private void carry(InputStream in, OutputStream out) throws IOException, InterruptedException {
        var buffer = new byte[16 * 1024];
        for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            untilItFlows();
            out.write(buffer, 0, read);
        }
    }

    private void untilItFlows() throws InterruptedException {
        lock.lock();
        try {
            while (stalled) {
                flowing.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isCut() {
        lock.lock();
        try {
            return cut;
        } finally {
            lock.unlock();
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
