package io.carryon.gateway.messenger.media;

import java.io.IOException;
import java.io.InputStream;

/** A file that is about to be read from the provider; the size is below 0 when it does not tell it. */
public record Media(InputStream content, String mediaType, long size) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        content.close();
    }
}
