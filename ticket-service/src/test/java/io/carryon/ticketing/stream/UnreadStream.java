package io.carryon.ticketing.stream;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/** A client that opens the stream, reads its first id and nothing more. */
final class UnreadStream implements AutoCloseable {

    private static final Pattern ID = Pattern.compile("id: ?([0-9-]+)\\s");

    private final Socket socket = new Socket();

    UnreadStream(String token) throws IOException {
        var address = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        var request = "GET /v1/stream HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\nAuthorization: %s\r\n\r\n"
                .formatted(address.getHost(), token);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    /** What it would come back with. */
    String firstId() throws IOException {
        var read = new StringBuilder();
        while (true) {
            read.append((char) socket.getInputStream().read());
            var id = ID.matcher(read);
            if (id.find()) {
                return id.group(1);
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
