package io.carryon.gateway.contact;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Keeps every original and attachment by the SHA-256 of its content, once, durably before {@code store} returns. */
public interface Archive {

    /** Throws {@link java.io.UncheckedIOException} when the bytes could not be made durable. */
    Original store(byte[] content, String mediaType);

    /** Reads to the end without holding the content in memory; the caller closes the stream. */
    Original store(InputStream content, String mediaType) throws IOException;

    /** Takes the content out for good, if it is there; throws {@link ArchiveUnavailable} when it cannot be. */
    void erase(String sha256);

    /** The content, or empty when nothing with this hash was stored. */
    Optional<InputStream> open(String sha256);
}
