package io.carryon.profile.privacy;

import io.carryon.profile.documents.Change;
import io.carryon.profile.documents.Documents;
import io.carryon.profile.identity.CustomerStore;
import io.carryon.profile.identity.HandleStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * Takes the texts out of documents, which keep their counts, times and ids. What leads to other documents goes after
 * them, so that it can be done again after a stop anywhere.
 */
@ApplicationScoped
public class TextErasure {

    /** Times a document is looked at again because a contact came meanwhile. */
    private static final int MOST_ROUNDS = 10;

    private final Documents documents;
    private final HandleStore handles;

    public TextErasure(Documents documents, HandleStore handles) {
        this.documents = documents;
        this.handles = handles;
    }

    /** Everything on the customers' timelines, in their contacts' records and in their issues; the contacts' ids. */
    List<UUID> history(Person person) {
        return new OwnHistory(documents, person.members(), new OwnHistory.Visitor() {
                    @Override
                    public void timeline(Document month) {
                        remove(List.of(month), found -> PersonalTexts.removed(found, true, contact -> true));
                    }

                    @Override
                    public void contacts(List<Document> records) {
                        free(person, records);
                        remove(records, found -> PersonalTexts.removed(found, true, contact -> true));
                    }

                    @Override
                    public void issues(List<Document> issues, Set<String> own) {
                        remove(issues, found -> PersonalTexts.removed(found, isOf(person, found), own::contains));
                    }
                })
                .walk(person.customers());
    }

    /** What stands on the customers themselves. */
    void customers(Collection<UUID> members) {
        var ids = members.stream().map(CustomerStore::documentId).toList();
        documents.apply(ids.stream()
                .map(id -> Change.of(id)
                        .unset("name")
                        .unset("handles")
                        .unset("tier")
                        .unset("preferences")
                        .unset("language"))
                .toList());
        remove(documents.find(ids).values(), found -> PersonalTexts.removed(found, true, contact -> true));
    }

    private void free(Person person, List<Document> records) {
        var named = records.stream().flatMap(Person::handlesOf).collect(Collectors.toSet());
        handles.free(named, person.ids(), person.nameKeys(records));
        for (var record : records) {
            Stream.of("reference", "thread")
                    .map(record::getString)
                    .filter(Objects::nonNull)
                    .forEach(id -> documents.remove(id, "customerId", record.getString("customerId")));
        }
    }

    private static boolean isOf(Person person, Document issue) {
        return person.has(issue.getString("customerId"));
    }

    /** Until nothing is left: places in a list move on when a contact comes in between. */
    private void remove(Collection<Document> first, Function<Document, Change> removal) {
        var found = first;
        for (int i = 0; i < MOST_ROUNDS; i++) {
            var changes = found.stream()
                    .map(removal)
                    .filter(change -> !change.isEmpty())
                    .toList();
            if (changes.isEmpty()) {
                return;
            }
            documents.apply(changes);
            found = documents
                    .find(new HashSet<>(changes.stream().map(Change::id).toList()))
                    .values();
        }
        throw new IllegalStateException("contacts keep coming to a customer who is being erased");
    }
}
