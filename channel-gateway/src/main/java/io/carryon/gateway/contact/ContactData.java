package io.carryon.gateway.contact;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a channel holds on contacts: told for an export, taken out for an erasure. */
public interface ContactData {

    /** Everything held on the contacts that an erasure would take out. */
    List<HeldData> held(UUID[] contacts);

    /**
     * Takes out whatever tells of the customer, in the caller's transaction; may be repeated. The rows stay, so that
     * counts do, and nothing that was still to be published or sent for the contacts ever is.
     */
    Traces erase(UUID[] contacts, Instant at);

    /** Whether a row of the channel, beside those of the intake log, still needs this content. */
    default boolean refersTo(@SuppressWarnings("unused") String sha256) {
        return false;
    }

    /**
     * What else belongs to erased contacts.
     *
     * @param entries ids of their entries beside the contacts' own
     * @param originals hashes of contents they had in the archive
     */
    record Traces(List<UUID> entries, List<String> originals) {

        /** Nothing else. */
        public static final Traces NONE = new Traces(List.of(), List.of());
    }
}
