package io.carryon.gateway.email.smtpd;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** One connection: commands in, replies out. A line ends with CR LF and with nothing else. */
final class Wire implements AutoCloseable {

    private final byte[] buffer = new byte[16 * 1024];
    private final Duration silence;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private int at;
    private int end;
    private long until;
    private boolean limited;

    Wire(Socket socket, Duration silence) throws IOException {
        this.silence = silence;
        use(socket);
    }

    /** What came is no command, and what follows it could be anything. */
    static final class NoCommand extends IOException {

        private static final long serialVersionUID = 1L;

        NoCommand(String why) {
            super(why);
        }
    }

    private void use(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = new BufferedOutputStream(socket.getOutputStream());
    }

    /** The next command without its end, at most {@code limit} bytes; null when the client has gone. */
    String command(int limit) throws IOException {
        var line = new ByteArrayOutputStream();
        while (true) {
            var next = next();
            if (next < 0) {
                return null;
            }
            if (next == '\r') {
                if (next() != '\n') {
                    throw new NoCommand("A CR stands only before LF");
                }
                return line.toString(StandardCharsets.UTF_8);
            }
            if (next == '\n') {
                throw new NoCommand("A line ends with CR LF");
            }
            if (line.size() == limit) {
                throw new NoCommand("A command has at most " + limit + " bytes");
            }
            line.write(next);
        }
    }

    /** From now on everything read must have come within this time, until {@link #unlimited}. */
    void limited(Duration time) {
        until = System.nanoTime() + time.toNanos();
        limited = true;
    }

    void unlimited() {
        limited = false;
    }

    /** The next byte of a mail, whose end is still to come. */
    int content() throws IOException {
        var next = next();
        if (next < 0) {
            throw new EOFException("The connection ended within a mail");
        }
        return next;
    }

    /** Takes the last byte read back. */
    void unread() {
        at--;
    }

    boolean hasMore() {
        return at < end;
    }

    private int next() throws IOException {
        if (at == end) {
            // Replies to commands that came together go out together.
            out.flush();
            socket.setSoTimeout(patience());
            at = 0;
            end = Math.max(0, in.read(buffer));
            if (end == 0) {
                return -1;
            }
        }
        return buffer[at++] & 0xff;
    }

    private int patience() throws SocketTimeoutException {
        var longest = silence.toMillis();
        if (limited) {
            longest = Math.min(
                    longest, Duration.ofNanos(until - System.nanoTime()).toMillis());
        }
        if (longest <= 0) {
            throw new SocketTimeoutException("The mail took too long");
        }
        return (int) Math.min(longest, Integer.MAX_VALUE);
    }

    void say(Reply reply) throws IOException {
        out.write(reply.text().getBytes(StandardCharsets.UTF_8));
    }

    void flush() throws IOException {
        out.flush();
    }

    boolean isEncrypted() {
        return socket instanceof SSLSocket;
    }

    void encrypt(SSLSocketFactory factory) throws IOException {
        out.flush();
        socket.setSoTimeout(patience());
        var encrypted =
                (SSLSocket) factory.createSocket(socket, socket.getInetAddress().getHostAddress(), 0, true);
        encrypted.setUseClientMode(false);
        encrypted.startHandshake();
        use(encrypted);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
