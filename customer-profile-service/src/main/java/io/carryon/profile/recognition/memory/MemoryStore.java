package io.carryon.profile.recognition.memory;

import io.carryon.profile.documents.Change;
import io.carryon.profile.documents.Shapes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;

/** Keeps one document a customer, beside theirs, of what contacts said: {@code memory:<customer>}. */
@ApplicationScoped
public class MemoryStore {

    private final Shapes shapes;

    public MemoryStore(Shapes shapes) {
        this.shapes = shapes;
    }

    public static String documentId(UUID customer) {
        return "memory:" + customer;
    }

    /** The memory among documents already read; empty when there is none. */
    public Memory find(UUID customer, Map<String, Document> read) {
        return shapes.readIfFound(read.get(documentId(customer)), Memory.class).orElseGet(Memory::empty);
    }

    /** Remembers the contact, once; the oldest is forgotten with its vector. */
    public Change remember(UUID customer, Memory before, RememberedContact contact) {
        var change = Change.of(documentId(customer));
        if (before.knows(contact.contactId())) {
            return change;
        }
        change.append("contacts", shapes.fields(contact), Memory.MOST_CONTACTS);
        var forgotten = before.contacts().size() + 1 - Memory.MOST_CONTACTS;
        before.contacts().stream()
                .limit(Math.max(0, forgotten))
                .map(old -> old.contactId().toString())
                .forEach(old -> {
                    if (before.vectors().containsKey(old)) {
                        change.unset("vectors." + old);
                    }
                    if (before.heard().containsKey(old)) {
                        change.unset("heard." + old);
                    }
                });
        return change;
    }

    /**
     * Remembers what was heard of a contact later, once, with the vector of all of it.
     *
     * @param vector as text, or null when it was not needed
     */
    public Change hear(UUID customer, UUID contact, UUID entry, Heard heard, String vector) {
        var change = Change.of(documentId(customer)).set("heard." + contact + "." + entry, shapes.fields(heard));
        return vector == null ? change.unset("vectors." + contact) : change.set("vectors." + contact, vector);
    }

    /** Keeps a vector that was needed later, so that it is never computed again. */
    public Change vector(UUID customer, UUID contact, String vector) {
        return Change.of(documentId(customer)).set("vectors." + contact, vector);
    }
}
