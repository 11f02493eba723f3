package io.carryon.profile.acts;

import io.carryon.profile.documents.Change;
import io.carryon.profile.documents.Documents;
import io.carryon.profile.documents.Shapes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Texts that acts were asked for with, such as staff's reasons. */
@ApplicationScoped
public class ActRequests {

    private final Documents documents;
    private final Shapes shapes;

    public ActRequests(Documents documents, Shapes shapes) {
        this.documents = documents;
        this.shapes = shapes;
    }

    /** The text of that name of each act that has one; one read. */
    public Map<UUID, String> texts(Collection<UUID> acts, String name) {
        var read = documents.find(acts.stream().map(ActRecord::documentId).toList());
        var texts = new HashMap<UUID, String>();
        acts.forEach(id -> shapes.readIfFound(read.get(ActRecord.documentId(id)), ActRecord.class)
                .flatMap(record -> Optional.ofNullable(record.act().text(name)))
                .ifPresent(text -> texts.put(id, text)));
        return texts;
    }

    /** Takes the text out of the acts for good; whoever sends such a request again is told that its key was used. */
    public void forget(Collection<UUID> acts, String name) {
        documents.apply(texts(acts, name).keySet().stream()
                .map(id -> Change.of(ActRecord.documentId(id)).unset("request." + name))
                .toList());
    }
}
