package io.carryon.gateway.phone.course;

import io.carryon.gateway.contact.ContactData;
import io.carryon.gateway.contact.HeldData;
import io.carryon.gateway.phone.CallContacts;
import io.carryon.gateway.phone.CallEntry;
import io.carryon.gateway.phone.CallLog;
import io.carryon.gateway.storage.JsonColumns;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** What is held on what happened in calls: what was told of them, their later entries, what is still to be published. */
@ApplicationScoped
class CourseData implements ContactData {

    private final Sql sql;
    private final CallLog calls;
    private final JsonColumns json;
    private final CallEntries entries;
    private final CallHappenings happenings;
    private final CallContacts contacts;

    CourseData(
            Sql sql,
            CallLog calls,
            JsonColumns json,
            CallEntries entries,
            CallHappenings happenings,
            CallContacts contacts) {
        this.sql = sql;
        this.calls = calls;
        this.json = json;
        this.entries = entries;
        this.happenings = happenings;
        this.contacts = contacts;
    }

    @Override
    public List<HeldData> held(UUID[] ids) {
        var told = sql.query(
                "select * from call_happening where contact_id = any(?) order by at, key",
                row -> {
                    var held = HeldData.of(
                            row.getObject("contact_id", UUID.class), "call-event", Sql.instant(row, "at"), null);
                    for (var word : json.words(row.getString("what")).entrySet()) {
                        held = held.with(word.getKey(), word.getValue());
                    }
                    return held.with("type", row.getString("kind"));
                },
                (Object) ids);
        return Stream.concat(told.stream(), entries.of(ids).stream().map(this::held))
                .toList();
    }

    private HeldData held(CallEntry entry) {
        var original = entries.isPublished(entry) ? contacts.originalOf(entry).sha256() : null;
        return HeldData.of(entry.contactId(), "call-entry", entry.at(), original)
                .with("kind", entry.kind().name().toLowerCase(Locale.ROOT))
                .with("text", entry.text())
                .with("recording", entry.recording());
    }

    @Override
    public Traces erase(UUID[] ids, Instant at) {
        // Whoever adds to a call holds its row, so what is added is there by now, or finds the call erased.
        calls.hold(ids);
        var held = entries.of(ids);
        var originals =
                held.stream().map(entry -> contacts.originalOf(entry).sha256()).toList();
        happenings.forget(ids);
        entries.forget(ids, at);
        sql.update("delete from call_change where contact_id = any(?)", (Object) ids);
        return new Traces(held.stream().map(CallEntry::entryId).toList(), originals);
    }
}
