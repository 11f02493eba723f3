package io.carryon.ticketing.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.ticket.DeliveryState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Shows entries. */
@ApplicationScoped
public class EntryViews {

    private static final TypeReference<List<EntryView.Attachment>> ATTACHMENTS = new TypeReference<>() {};

    private static final TypeReference<TriedBefore> TRIED = new TypeReference<>() {};

    private final ObjectMapper json;

    public EntryViews(ObjectMapper json) {
        // What an earlier or later version stored is shown as far as it is known.
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** An entry as a list shows it. */
    EntryView of(ListedEntry entry) {
        return new EntryView(
                entry.id(),
                entry.position(),
                entry.kind(),
                entry.at(),
                entry.contactId(),
                entry.channel(),
                new EntryView.By(entry.author(), entry.authorName()),
                entry.subject(),
                ListedEntry.beginning(entry.text()),
                ListedEntry.beginning(entry.visibleText()),
                null,
                entry.kind() == Entry.Kind.CONTACT ? entry.truncated() : null,
                entry.isShortened() ? true : null,
                entry.attachments() == null ? null : read(entry.attachments(), ATTACHMENTS),
                entry.original() == null ? null : read(entry.original(), new TypeReference<JsonNode>() {}),
                entry.phone() == null ? null : read(entry.phone(), new TypeReference<JsonNode>() {}),
                entry.selfService() == null ? null : read(entry.selfService(), TRIED),
                delivery(entry.delivery(), entry.deliveryReason(), entry.deliveryAt()),
                copies(entry.copies()),
                null);
    }

    private static List<String> copies(String lines) {
        return lines == null ? null : lines.lines().toList();
    }

    private static EntryView.Delivery delivery(DeliveryState state, String reason, Instant at) {
        return state == null ? null : new EntryView.Delivery(state, reason, at);
    }

    public EntryView of(Entry entry) {
        var origin = entry.origin() == null ? null : read(entry.origin(), new TypeReference<ContactOrigin>() {});
        return new EntryView(
                entry.id(),
                entry.position(),
                entry.kind(),
                entry.at(),
                entry.contactId(),
                entry.channel(),
                new EntryView.By(entry.author().id(), entry.author().name()),
                entry.subject(),
                entry.text(),
                entry.visibleText(),
                entry.html(),
                entry.kind() == Entry.Kind.CONTACT ? entry.truncated() : null,
                null,
                entry.attachments() == null ? null : read(entry.attachments(), ATTACHMENTS),
                origin == null ? null : origin.original(),
                origin == null ? null : origin.phone(),
                origin == null || origin.selfService() == null
                        ? null
                        : read(origin.selfService().toString(), TRIED),
                delivery(entry.delivery(), entry.deliveryReason(), entry.deliveryAt()),
                copies(entry.copies()),
                null);
    }

    private <T> T read(String stored, TypeReference<T> type) {
        try {
            return json.readValue(stored, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored entry cannot be read", e);
        }
    }
}
