package io.carryon.gateway.contact;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The archive could not be written or read: it is full or away, and the same call may be made again. */
public final class ArchiveUnavailable extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    public ArchiveUnavailable(String message, IOException cause) {
        super(message, cause);
    }
}
