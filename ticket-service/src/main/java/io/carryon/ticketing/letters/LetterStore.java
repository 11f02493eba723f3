package io.carryon.ticketing.letters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import javax.sql.DataSource;

/** Frames of queues and signatures of agents, in the caller's transaction; who changes one waits for whoever else does. */
@ApplicationScoped
class LetterStore {

    private static final String FRAME = "select texts, revision from ticketing.letter_frame where queue = ?";

    private static final String STORE_FRAME = """
            insert into ticketing.letter_frame (queue, texts, revision) values (?, ?::json, ?)
            on conflict (queue) do update set texts = excluded.texts, revision = excluded.revision""";

    private static final String SIGNATURE = "select text, revision from ticketing.agent_signature where agent_id = ?";

    private static final String STORE_SIGNATURE = """
            insert into ticketing.agent_signature (agent_id, text, revision) values (?, ?, ?)
            on conflict (agent_id) do update set text = excluded.text, revision = excluded.revision""";

    private static final String TAKE_TURNS = "select pg_advisory_xact_lock(hashtextextended('letter ' || ?, 0))";

    /** A setting with the count of its changes, 0 before the first. */
    record Kept<T>(T content, int revision) {}

    private final ObjectMapper json;
    private final Sql sql;

    LetterStore(ObjectMapper json, DataSource database) {
        // What a later version has stored is read as far as it is known.
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.sql = new Sql(database);
    }

    Kept<LetterFrame> frame(String queue) {
        return sql.first(FRAME, row -> new Kept<>(read(row.getString(1)), row.getInt(2)), queue)
                .orElse(new Kept<>(new LetterFrame(Map.of()), 0));
    }

    /** The content is null for an agent who signs by name alone. */
    Kept<String> signature(String agentId) {
        return sql.first(SIGNATURE, row -> new Kept<>(row.getString(1), row.getInt(2)), agentId)
                .orElse(new Kept<>(null, 0));
    }

    void takeTurns(String name) {
        sql.list(TAKE_TURNS, row -> true, name);
    }

    void store(String queue, Kept<LetterFrame> frame) {
        sql.update(STORE_FRAME, queue, written(frame.content()), frame.revision());
    }

    void storeSignature(String agentId, Kept<String> signature) {
        sql.update(STORE_SIGNATURE, agentId, signature.content(), signature.revision());
    }

    private LetterFrame read(String stored) {
        try {
            return json.readValue(stored, LetterFrame.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored frame cannot be read", e);
        }
    }

    private String written(LetterFrame frame) {
        try {
            return json.writeValueAsString(frame);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Our own record cannot be written as JSON", e);
        }
    }
}
