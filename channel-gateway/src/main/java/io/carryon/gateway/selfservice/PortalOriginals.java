package io.carryon.gateway.selfservice;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.contact.Original;

/** The bytes a message was submitted in: kept with its row, under the hash the row holds. */
final class PortalOriginals {

    static final String JSON = "application/json";

    private PortalOriginals() {}

    /** Null when the archive has lost them, which keeps no message back. */
    static Original of(Archive archive, PortalMessage message) {
        var size = archive.size(message.payloadHash());
        return size.isEmpty() ? null : new Original(message.payloadHash(), JSON, size.getAsLong());
    }
}
