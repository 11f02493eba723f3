package io.carryon.gateway.phone;

import io.carryon.gateway.contact.ContactData;
import io.carryon.gateway.contact.HeldData;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is held on calls. An erased one has ended and is owed to the broker no more. */
@ApplicationScoped
class CallData implements ContactData {

    private final Sql sql;
    private final CallLog calls;
    private final CallContacts contacts;

    CallData(Sql sql, CallLog calls, CallContacts contacts) {
        this.sql = sql;
        this.calls = calls;
        this.contacts = contacts;
    }

    @Override
    public List<HeldData> held(UUID[] ids) {
        Map<UUID, String> originals = new HashMap<>();
        sql.query(
                "select entry_id, original_sha256 from intake_log where entry_id = any(?) and original_sha256 is not null",
                row -> originals.put(row.getObject(1, UUID.class), row.getString(2)),
                (Object) ids);
        return calls.unerased(ids).stream()
                .map(call -> HeldData.of(call.contactId(), "call", call.startedAt(), originals.get(call.contactId()))
                        .with("from", call.caller())
                        .with("to", call.dialled())
                        .with("callerName", call.callerName())
                        .with("language", call.language())
                        .with("trigger", call.trigger())
                        .with("menuPath", call.menuPath())
                        .with("collected", call.collected())
                        .with("said", call.said())
                        .with(
                                "providerIds",
                                call.identity().providerIds().isEmpty()
                                        ? null
                                        : call.identity().providerIds())
                        .with("answeredBy", call.course().answeredBy())
                        .with("resolved", call.course().resolved())
                        .with("endedAt", call.endedAt()))
                .toList();
    }

    @Override
    public Traces erase(UUID[] ids, Instant at) {
        calls.hold(ids);
        // What was not published yet may have left its original in the archive.
        var originals = calls.unerased(ids).stream()
                .filter(Call::isTriggered)
                .map(call -> contacts.originalOf(call).sha256())
                .toList();
        calls.forget(ids, at);
        return new Traces(List.of(), originals);
    }
}
