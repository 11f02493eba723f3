package io.carryon.profile.acts;

import io.carryon.profile.documents.Change;
import io.carryon.profile.documents.Documents;
import io.carryon.profile.documents.Shapes;
import io.carryon.profile.events.BrokerAwayException;
import io.carryon.profile.events.PoisonException;
import io.carryon.profile.problem.ProblemException;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jboss.logging.Logger;

/**
 * Takes acts and carries each out once.
 *
 * <p>The act is kept and listed as open, then its effects are made and its event published, then its answer is kept and
 * it is taken off the list, then the caller is answered. What a stop leaves on the list is carried out again by
 * {@link OpenActs}; a caller who never got the answer gets it by sending the same request again.
 */
@ApplicationScoped
public class Acts {

    /** Acts that may be unfinished at once; there are more only while the broker is away. */
    static final int MOST_OPEN = 200;

    private static final String OPEN = "acts:open";

    private static final Logger LOG = Logger.getLogger(Acts.class);

    private final Documents documents;
    private final Shapes shapes;
    private final Map<String, ActKind> kinds;

    public Acts(Documents documents, Shapes shapes, @All List<ActKind> kinds) {
        this.documents = documents;
        this.shapes = shapes;
        this.kinds = kinds.stream().collect(Collectors.toMap(ActKind::name, Function.identity()));
    }

    /**
     * Carries the act out, or finds that it was.
     *
     * @return its answer, the same every time
     * @throws ProblemException 422 when another act has its id; 503 when it is kept but could not be finished, or when
     *     too many are unfinished; 500 when it took effect but its event can never be sent; or what its kind refuses it
     *     with
     */
    public <T extends Record> T perform(Act act, Class<T> answer) {
        var read = documents.find(List.of(ActRecord.documentId(act.id()), OPEN));
        var record = shapes.readIfFound(read.get(ActRecord.documentId(act.id())), ActRecord.class)
                .orElseGet(() -> begin(act, open(read.get(OPEN))));
        if (!record.isFor(act)) {
            throw IdempotencyKey.reused();
        }
        return shapes.read(record.isDone() ? record.outcome() : finish(record), answer);
    }

    /** Ids of acts that are unfinished or to be looked at again and were asked for before the given time. */
    Set<UUID> openSince(Instant before) {
        var list = documents.find(OPEN).orElse(null);
        return Stream.of(open(list), done(list))
                .flatMap(acts -> acts.entrySet().stream())
                .filter(act -> Instant.parse((String) act.getValue()).isBefore(before))
                .map(act -> UUID.fromString(act.getKey()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Carries out what was left, be it only that it was not taken off the list; looks again at what was done. */
    void again(UUID id) {
        var record = shapes.readIfFound(documents.find(ActRecord.documentId(id)).orElse(null), ActRecord.class);
        if (record.isPresent() && !record.get().isDone()) {
            carryOut(record.get());
        } else {
            record.filter(done -> done.answer() != null)
                    .ifPresent(done -> kind(done.kind()).lookAgain(done.act(), done.answer()));
            documents.apply(List.of(offTheList(id).unset("again." + id)));
        }
    }

    private ActRecord begin(Act act, Map<String, Object> open) {
        if (open.size() >= MOST_OPEN) {
            throw ProblemException.unavailable(
                    "Too many acts are unfinished; nothing was changed. Send the same request again later.",
                    Duration.ofSeconds(30));
        }
        kind(act.kind()).check(act);
        return documents
                .createIfAbsent(ActRecord.documentId(act.id()), shapes.fields(ActRecord.of(act)))
                .map(stands -> shapes.read(stands, ActRecord.class))
                .orElseGet(() -> ActRecord.of(act));
    }

    private Map<String, Object> finish(ActRecord record) {
        documents.apply(
                List.of(Change.of(OPEN).set("open." + record.id(), record.at().toString())));
        try {
            return carryOut(record);
        } catch (BrokerAwayException e) {
            throw ProblemException.unavailable(
                    "The act is kept and will be carried out; send the same request again for its answer.",
                    Duration.ofSeconds(10));
        }
    }

    private Map<String, Object> carryOut(ActRecord record) {
        var done = Change.of(ActRecord.documentId(record.id()));
        try {
            var kind = kind(record.kind());
            var answer = shapes.fields(kind.carryOut(record.act()));
            var offTheList = offTheList(record.id());
            if (kind.isLookedAtAgain()) {
                offTheList.set("again." + record.id(), record.at().toString());
            }
            documents.apply(List.of(done.set("answer", answer), offTheList));
            return answer;
        } catch (ProblemException e) {
            if (e.status() < 500) {
                throw settled(record, done, e);
            }
            throw e;
        } catch (PoisonException e) {
            // Carried out again it would fail in the same way for ever, and hold a place of those that can succeed.
            LOG.errorf("Act %s took effect here, but the others cannot be told: %s", record.id(), e.getMessage());
            throw settled(
                    record,
                    done,
                    ProblemException.of(
                            500,
                            "not-told",
                            "The other services cannot be told",
                            "The act took effect here, but its event is more than the broker takes. Have the broker's"
                                    + " limit raised; then ask for it under another key, where need be after undoing"
                                    + " it."));
        }
    }

    /** Keeps how the act ended, and returns it. */
    private ProblemException settled(ActRecord record, Change done, ProblemException end) {
        var refusal = shapes.fields(ActRecord.Refusal.of(end));
        documents.apply(List.of(done.set("refusal", refusal), offTheList(record.id())));
        return end;
    }

    private static Change offTheList(UUID id) {
        return Change.of(OPEN).unset("open." + id);
    }

    private static Map<String, Object> open(Document list) {
        return list != null && list.get("open") instanceof Document open ? open : Map.of();
    }

    /** Acts that are done and have to be looked at again; they take no place of the unfinished. */
    private static Map<String, Object> done(Document list) {
        return list != null && list.get("again") instanceof Document again ? again : Map.of();
    }

    private ActKind kind(String name) {
        var kind = kinds.get(name);
        if (kind == null) {
            throw new IllegalStateException("nothing carries out acts of the kind " + name);
        }
        return kind;
    }
}
