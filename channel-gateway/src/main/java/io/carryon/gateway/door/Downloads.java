package io.carryon.gateway.door;

import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Bytes a stranger sent, handed out so that no browser runs or renders them on our address. */
public final class Downloads {

    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9.+-]{1,100}/[a-z0-9.+-]{1,100}");

    private Downloads() {}

    /** The bytes under a name, always as a download; a media type that is none is taken as bytes. */
    public static Response answer(InputStream content, String mediaType, String name) {
        var type =
                mediaType != null && MEDIA_TYPE.matcher(mediaType).matches() ? mediaType : "application/octet-stream";
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(content, type)
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cache-Control", "private, no-store")
                .build();
    }
}
