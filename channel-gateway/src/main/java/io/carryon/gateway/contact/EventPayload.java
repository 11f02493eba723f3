package io.carryon.gateway.contact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.function.UnaryOperator;

/** Writes a contact so that it fits into one event, with as much of it as does. */
final class EventPayload {

    /** A broker takes 1 MiB by default; headers and the record's own fields need some of it. */
    static final int LIMIT = 950_000;

    private static final List<UnaryOperator<Contact>> SIZES =
            List.of(UnaryOperator.identity(), Contact::reduced, Contact::bare);

    private final ObjectMapper json;

    EventPayload(ObjectMapper json) {
        this.json = json;
    }

    /** At most {@link #LIMIT} bytes; throws {@link ContactRefused} when even the barest form has more. */
    byte[] of(Contact contact) {
        try {
            for (var size : SIZES) {
                var written = json.writeValueAsBytes(size.apply(contact));
                if (written.length <= LIMIT) {
                    return written;
                }
            }
        } catch (JsonProcessingException e) {
            throw new ContactRefused("The contact cannot be written as JSON", e);
        }
        throw new ContactRefused("The contact is too large for an event", null);
    }
}
