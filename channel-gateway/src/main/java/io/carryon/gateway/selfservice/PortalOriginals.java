package io.carryon.gateway.selfservice;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.contact.ArchiveUnavailable;
import io.carryon.gateway.contact.Original;
import java.io.IOException;

/** The bytes a message was submitted in: kept with its row, under the hash the row holds. */
final class PortalOriginals {

    static final String JSON = "application/json";

    private PortalOriginals() {}

    /** Null when the archive has lost them, which keeps no message back. */
    static Original of(Archive archive, PortalMessage message) {
        var kept = archive.open(message.payloadHash()).orElse(null);
        if (kept == null) {
            return null;
        }
        try (kept) {
            return new Original(message.payloadHash(), JSON, kept.transferTo(java.io.OutputStream.nullOutputStream()));
        } catch (IOException e) {
            throw new ArchiveUnavailable("The archive could not read " + message.payloadHash(), e);
        }
    }
}
