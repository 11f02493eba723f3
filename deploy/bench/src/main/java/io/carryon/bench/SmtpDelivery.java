package io.carryon.bench;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One SMTP connection (RFC 5321) that hands over messages byte for byte, however broken they are. */
final class SmtpDelivery implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 20_000;

    private final Socket socket = new Socket();
    private final BufferedReader in;
    private final OutputStream out;

    SmtpDelivery(String host, int port) throws IOException {
        socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        out = socket.getOutputStream();
        expect('2');
        command("EHLO bench.example");
    }

    /** Returns when the server has taken the message with 250; any other answer is an IOException. */
    void deliver(String from, String to, byte[] message) throws IOException {
        command("MAIL FROM:<" + from + ">");
        command("RCPT TO:<" + to + ">");
        out.write("DATA\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
        expect('3');
        out.write(transparent(message));
        out.flush();
        expect('2');
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void command(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        expect('2');
    }

    private void expect(char kind) throws IOException {
        String line;
        do {
            line = in.readLine();
            if (line == null || line.isEmpty() || line.charAt(0) != kind) {
                throw new IOException("SMTP server answered " + line);
            }
        } while (line.length() > 3 && line.charAt(3) == '-');
    }

    /** Ends every line with CRLF, doubles leading dots and adds the final dot. */
    private static byte[] transparent(byte[] message) {
        var data = new ByteArrayOutputStream(message.length + 64);
        var startOfLine = true;
        byte previous = 0;
        for (var b : message) {
            if (b == '\n' && previous != '\r') {
                data.write('\r');
            }
            if (startOfLine && b == '.') {
                data.write('.');
            }
            data.write(b);
            startOfLine = b == '\n';
            previous = b;
        }
        if (!startOfLine) {
            data.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        data.writeBytes(".\r\n".getBytes(StandardCharsets.US_ASCII));
        return data.toByteArray();
    }
}
