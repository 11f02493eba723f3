package io.carryon.gateway.phone.course;

import io.carryon.gateway.contact.Text;
import io.carryon.gateway.phone.Call;
import io.carryon.gateway.phone.CallHappening;
import io.carryon.gateway.phone.CallHappening.InputGiven;
import io.carryon.gateway.phone.CallHappening.MenuPassed;
import io.carryon.gateway.phone.CallHappening.Said;
import io.carryon.gateway.phone.PhoneConfig;
import io.carryon.gateway.phone.SensitiveInput;
import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.storage.JsonColumns;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The rows of what was told of calls, each thing once; what comes in there is masked. */
@ApplicationScoped
public class CallHappenings {

    /** What is always taken: a few recordings of a call that told all it may. */
    private static final int RESERVED = 100;

    private final Sql sql;
    private final JsonColumns json;
    private final int limit;

    public CallHappenings(Sql sql, JsonColumns json, PhoneConfig config) {
        this.sql = sql;
        this.json = json;
        this.limit = config.events();
    }

    /**
     * True when it is the first of its key; 409 when the call has told as much as is kept. The caller holds the call's
     * row.
     *
     * @param seq its place where the teller counts, or null
     */
    boolean add(Call call, String key, Long seq, Instant at, CallHappening what) {
        var told = told(call.contactId(), key);
        if (told.already()) {
            return false;
        }
        var most = what instanceof CallHappening.Recorded || what instanceof CallHappening.Transcribed
                ? limit + RESERVED
                : limit;
        if (told.count() >= most) {
            throw ProblemException.conflict(
                    "too-many-events",
                    ("The call %s has told %d events, which is all that is kept of one. Tell no more events of it:"
                                    + " zero-out, agent, callback and hangup are taken as before.")
                            .formatted(call.callId(), limit));
        }
        sql.update(
                "insert into call_happening (contact_id, key, seq, at, kind, what) values (?, ?, ?, ?, ?, ?::jsonb)",
                call.contactId(),
                key,
                seq,
                at,
                kind(what),
                json.written(words(what)));
        if (!call.course().eventful()) {
            sql.update("update phone_call set happenings = 1 where contact_id = ?", call.contactId());
        }
        return true;
    }

    private record Told(int count, boolean already) {}

    private Told told(UUID contactId, String key) {
        return sql.first(
                        "select count(*), coalesce(bool_or(key = ?), false) from call_happening where contact_id = ?",
                        row -> new Told(row.getInt(1), row.getBoolean(2)),
                        key,
                        contactId)
                .orElseThrow();
    }

    /**
     * The call with what was told of it before it became a contact: the menu's nodes unless it names them itself, and
     * what was collected unless it says otherwise.
     */
    Call completed(Call call) {
        var told = new ToldBefore();
        sql.query(
                "select kind, what from call_happening where contact_id = ? and kind in ('menu', 'input', 'speech')"
                        + " order by seq nulls last, at, key",
                row -> told.add(row.getString(1), json.words(row.getString(2))),
                call.contactId());
        return told.completing(call);
    }

    /** Takes out what callers did; that they did stays with the call. */
    void forget(UUID[] contacts) {
        sql.update("delete from call_happening where contact_id = any(?)", (Object) contacts);
    }

    private static String kind(CallHappening what) {
        return switch (what) {
            case MenuPassed menu -> ToldBefore.MENU;
            case InputGiven input -> ToldBefore.INPUT;
            case Said said -> ToldBefore.SPEECH;
            case CallHappening.SelfServiceResolved resolved -> "resolved";
            case CallHappening.Held held -> "held";
            case CallHappening.Resumed resumed -> "resumed";
            case CallHappening.Transferred transferred -> "transferred";
            case CallHappening.Recorded recorded -> "recorded";
            case CallHappening.Transcribed transcribed -> "transcribed";
        };
    }

    // Recordings and transcripts are kept as entries; here only that they were told.
    private static Map<String, String> words(CallHappening what) {
        return switch (what) {
            case MenuPassed menu -> Map.of("node", Text.cut(menu.node(), 100));
            case InputGiven input ->
                Map.of(
                        "name", Text.cut(input.name(), 64),
                        "value", Text.cut(input.value(), 500),
                        "sensitive", String.valueOf(SensitiveInput.isMasked(input.value())));
            case Said said -> Map.of("text", Text.cut(said.text(), 2_000));
            case CallHappening.SelfServiceResolved resolved -> Map.of("what", resolved.what());
            case CallHappening.Held held -> known("reason", held.reason());
            case CallHappening.Resumed resumed -> Map.of();
            case CallHappening.Transferred transferred -> Map.of("to", transferred.to());
            case CallHappening.Recorded recorded ->
                Map.of(
                        "recordingId",
                        recorded.recordingId(),
                        "kind",
                        recorded.kind().name());
            case CallHappening.Transcribed transcribed -> Map.of("recordingId", transcribed.recordingId());
        };
    }

    private static Map<String, String> known(String name, String value) {
        var words = new LinkedHashMap<String, String>();
        if (value != null) {
            words.put(name, value);
        }
        return words;
    }
}
