package io.carryon.gateway.contact;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * One thing held on a contact.
 *
 * @param kind what it is, such as portal-message
 * @param data what is known, by name, without what is not
 * @param original hash of its content in the archive, or null
 */
public record HeldData(UUID contactId, String kind, Instant at, Map<String, Object> data, String original) {

    /** The same with one more thing known; null is left out. */
    public HeldData with(String name, Object value) {
        if (value == null) {
            return this;
        }
        var more = new LinkedHashMap<>(data);
        more.put(name, value);
        return new HeldData(contactId, kind, at, more, original);
    }

    /** Nothing known yet but what and when. */
    public static HeldData of(UUID contactId, String kind, Instant at, String original) {
        return new HeldData(contactId, kind, at, Map.of(), original);
    }
}
