package io.carryon.gateway.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** A mail server as its bytes, so that a test can send what no library would. */
public final class RawClient implements AutoCloseable {

    private static final int PATIENCE = 30_000;

    private Socket socket;
    private BufferedReader replies;

    public RawClient(int port) throws IOException {
        use(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    private void use(Socket connected) throws IOException {
        socket = connected;
        socket.setSoTimeout(PATIENCE);
        replies = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Sends the text as it is. */
    public RawClient raw(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return this;
    }

    /** The next reply, its lines joined by LF; null when the connection has ended. */
    public String reply() throws IOException {
        var all = new StringBuilder();
        for (var line = replies.readLine(); line != null; line = replies.readLine()) {
            all.append(all.isEmpty() ? "" : "\n").append(line);
            if (line.length() < 4 || line.charAt(3) != '-') {
                return all.toString();
            }
        }
        return null;
    }

    /** Sends a command and returns its reply. */
    public String says(String command) throws IOException {
        return raw(command + "\r\n").reply();
    }

    /** Says all that comes before a mail's content, to support. */
    public RawClient upToContent(String greeting) throws IOException {
        reply();
        says(greeting + " mx.example.org");
        says("MAIL FROM:<ann@example.org>");
        says("RCPT TO:<support@carryon.test>");
        says("DATA");
        return this;
    }

    /** Hangs up. */
    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** Shakes hands, whatever the certificate. */
    public void encrypt() throws Exception {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new AnyCertificate()}, null);
        var encrypted =
                (SSLSocket) context.getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
        encrypted.startHandshake();
        use(encrypted);
    }

    private static final class AnyCertificate implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
