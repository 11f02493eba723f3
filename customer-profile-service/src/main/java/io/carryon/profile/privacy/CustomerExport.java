package io.carryon.profile.privacy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.profile.documents.Documents;
import io.carryon.profile.identity.CustomerStore;
import io.carryon.profile.suggestion.SuggestionStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;

/**
 * Writes all that is known about a customer and all they are merged with, as it is kept, while it is read: a month or
 * 100 contacts at a time. Of others there is nothing in it, not even who looks like them.
 */
@ApplicationScoped
public class CustomerExport {

    private static final int CONTACTS_A_REQUEST = 500;
    private static final Set<String> OF_A_SUGGESTION = Set.of("weight", "at", "decision", "decidedAt");

    private final Documents documents;
    private final People people;
    private final SuggestionStore suggestions;
    private final ObjectMapper json;
    private final Clock clock;

    public CustomerExport(
            Documents documents, People people, SuggestionStore suggestions, ObjectMapper json, Clock clock) {
        this.documents = documents;
        this.people = people;
        this.suggestions = suggestions;
        this.json = json;
        this.clock = clock;
    }

    /** Who is to be exported; 404 for one we do not know. */
    Person person(UUID customer) {
        return people.of(customer);
    }

    void write(Person person, OutputStream out) throws IOException {
        try (var to = json.createGenerator(out)) {
            to.writeStartObject();
            to.writeStringField("customerId", person.members().getFirst().toString());
            to.writeObjectField("members", person.members());
            to.writeObjectField("exportedAt", clock.instant());
            customers(person, to);
            to.writeArrayFieldStart("history");
            var contacts = history(person, to);
            to.writeEndArray();
            elsewhere(person, contacts, to);
            to.writeEndObject();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void customers(Person person, JsonGenerator to) throws IOException {
        to.writeArrayFieldStart("customers");
        var own = documents.find(
                person.members().stream().map(CustomerStore::documentId).toList());
        var memories = documents.find(
                person.members().stream().map(id -> "memory:" + id).toList());
        var looks = suggestions.stored(person.members());
        for (var member : person.members()) {
            var told =
                    new LinkedHashMap<>(withoutId(own.getOrDefault(CustomerStore.documentId(member), new Document())));
            told.computeIfPresent("handles", (name, handles) -> ((Map<?, ?>) handles).values());
            told.put("memory", withoutId(memories.getOrDefault("memory:" + member, new Document())));
            told.put(
                    "suggestions",
                    OwnHistory.fields(looks.getOrDefault(member, new Document()).get("others")).values().stream()
                            .map(CustomerExport::withoutTheOther)
                            .toList());
            to.writeObject(told);
        }
        to.writeEndArray();
    }

    private List<UUID> history(Person person, JsonGenerator to) {
        return new OwnHistory(documents, person.members(), new OwnHistory.Visitor() {
                    @Override
                    public void timeline(Document month) {
                        written(to, "timeline", withoutId(month));
                    }

                    @Override
                    public void contacts(List<Document> records) {
                        records.forEach(record -> written(to, "contact", withoutId(record)));
                    }

                    @Override
                    public void issues(List<Document> issues, Set<String> own) {
                        issues.stream()
                                .filter(issue -> person.has(issue.getString("customerId")))
                                .forEach(issue -> written(to, "issue", OwnIssue.of(issue, own)));
                    }
                })
                .walk(person.customers());
    }

    /** What the other services keep, and how to ask for it. */
    private static void elsewhere(Person person, List<UUID> contacts, JsonGenerator to) throws IOException {
        to.writeArrayFieldStart("elsewhere");
        for (int i = 0; i < contacts.size(); i += CONTACTS_A_REQUEST) {
            to.writeObject(Map.of(
                    "service",
                    "channel-gateway",
                    "method",
                    "POST",
                    "path",
                    "/v1/privacy/contacts",
                    "body",
                    Map.of("contactIds", contacts.subList(i, Math.min(contacts.size(), i + CONTACTS_A_REQUEST)))));
        }
        for (var member : person.members()) {
            to.writeObject(
                    Map.of("service", "ticket-service", "method", "GET", "path", "/v1/tickets?customerId=" + member));
        }
        to.writeEndArray();
    }

    private static void written(JsonGenerator to, String kind, Map<String, Object> content) {
        try {
            var item = new LinkedHashMap<String, Object>();
            item.put("item", kind);
            item.putAll(content);
            to.writeObject(item);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> withoutId(Document document) {
        var fields = new LinkedHashMap<String, Object>(document);
        fields.remove("_id");
        return fields;
    }

    private static Map<String, Object> withoutTheOther(Object suggestion) {
        var told = new LinkedHashMap<String, Object>();
        OwnHistory.fields(suggestion).forEach((name, value) -> {
            if (OF_A_SUGGESTION.contains(name)) {
                told.put((String) name, value);
            }
        });
        return told;
    }
}
