package io.carryon.gateway.messenger.provider;

import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** A form with a file in it, which is read as it is sent. */
public final class MultipartForm {

    private final String boundary = "carryon-" + UUID.randomUUID();
    private final List<BodyPublisher> parts = new ArrayList<>();
    private long length;

    /** Adds a field. */
    public MultipartForm field(String name, String value) {
        text("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, name, value));
        return this;
    }

    /** Adds a file of exactly this size, in bytes. */
    public MultipartForm file(
            String name, String fileName, String mediaType, long size, Supplier<InputStream> content) {
        text("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                .formatted(boundary, name, quoted(fileName), quoted(mediaType)));
        parts.add(BodyPublishers.ofInputStream(content));
        length += size;
        text("\r\n");
        return this;
    }

    public String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** The whole form; nothing can be added after. */
    public BodyPublisher body() {
        text("--" + boundary + "--\r\n");
        return BodyPublishers.fromPublisher(BodyPublishers.concat(parts.toArray(BodyPublisher[]::new)), length);
    }

    private void text(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        parts.add(BodyPublishers.ofByteArray(bytes));
        length += bytes.length;
    }

    /** As browsers write it (WHATWG HTML, multipart/form-data). */
    private static String quoted(String text) {
        return text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }
}
