package io.carryon.gateway.contact;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/** Keeps every original and attachment by the SHA-256 of its content, once, durably before {@code store} returns. */
public interface Archive {

    /** Throws {@link java.io.UncheckedIOException} when the bytes could not be made durable. */
    Original store(byte[] content, String mediaType);

    /** Reads to the end without holding the content in memory; the caller closes the stream. */
    Original store(InputStream content, String mediaType) throws IOException;

    /**
     * Takes the content out for good, if it is there. Returns false when it was stored so lately, again perhaps, that a
     * row which refers to it may be still to come: it is left, to be asked for later. Throws {@link ArchiveUnavailable} when
     * it cannot be taken out.
     */
    boolean erase(String sha256);

    /** The content, or empty when nothing with this hash was stored. */
    Optional<InputStream> open(String sha256);

    /** The content's bytes counted, without reading it; empty when nothing with this hash was stored. */
    OptionalLong size(String sha256);
}
