package io.carryon.gateway.phone.course;

import io.carryon.gateway.contact.Contact;
import io.carryon.gateway.phone.Call;
import io.carryon.gateway.phone.CallEntry;
import io.carryon.gateway.phone.CallHappening;
import io.carryon.gateway.phone.CallHappening.Held;
import io.carryon.gateway.phone.CallHappening.Recorded;
import io.carryon.gateway.phone.CallHappening.Resumed;
import io.carryon.gateway.phone.CallHappening.SelfServiceResolved;
import io.carryon.gateway.phone.CallHappening.Transcribed;
import io.carryon.gateway.phone.CallHappening.Transferred;
import io.carryon.gateway.phone.CallLog;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What happens in a call, with all that follows from it, in one transaction. */
@ApplicationScoped
public class CallFacts {

    private final CallLog calls;
    private final CallHappenings happenings;
    private final PersonRequests requests;
    private final CallEnds ends;
    private final CallChanges changes;
    private final CallEntries entries;
    private final Sql sql;

    public CallFacts(
            CallLog calls,
            CallHappenings happenings,
            PersonRequests requests,
            CallEnds ends,
            CallChanges changes,
            CallEntries entries,
            Sql sql) {
        this.calls = calls;
        this.happenings = happenings;
        this.requests = requests;
        this.ends = ends;
        this.changes = changes;
        this.entries = entries;
        this.sql = sql;
    }

    /**
     * Notes it once, whatever was told before. 409 when it is told to have happened after the call's end, recordings and
     * transcripts excepted, and when the call has told as much as is kept.
     *
     * @param key names it within the call
     * @param seq its place where the teller counts, or null
     */
    @Transactional
    public Call add(Call told, String key, Long seq, CallHappening what, Instant at) {
        var call = calls.noted(told).call();
        var late = what instanceof Recorded || what instanceof Transcribed;
        if (call.course().erased() || (!late && call.endedAt() != null && at.isAfter(call.endedAt()))) {
            throw CallLog.ended(told);
        }
        return happenings.add(call, key, seq, at, what) ? follow(call, what, at) : call;
    }

    private Call follow(Call call, CallHappening what, Instant at) {
        switch (what) {
            case Held held
            when call.isTriggered() -> changes.add(CallChanged.held(call, at, held.reason(), held.until()));
            case Resumed resumed when call.isTriggered() -> changes.add(CallChanged.resumed(call, at));
            case Transferred transferred
            when call.isTriggered() -> changes.add(CallChanged.transferred(call, at, transferred.to()));
            case SelfServiceResolved resolved -> resolve(call, resolved);
            case Recorded recorded -> {
                return recorded(call, recorded, at);
            }
            case Transcribed said ->
                entries.add(
                        call, CallEntry.Kind.TRANSCRIPT, said.recordingId(), at, said.text(), said.language(), null);
            default -> {
                // Known for the moment the call becomes a contact.
            }
        }
        return call;
    }

    private void resolve(Call call, SelfServiceResolved resolved) {
        sql.first(
                        "update phone_call set resolved = ? where contact_id = ? returning *",
                        calls::call,
                        resolved.what(),
                        call.contactId())
                .ifPresent(ends::reconsider);
    }

    private Call recorded(Call call, Recorded told, Instant at) {
        var voicemail = told.kind() == Recorded.Kind.VOICEMAIL;
        entries.add(
                call,
                voicemail ? CallEntry.Kind.VOICEMAIL : CallEntry.Kind.RECORDING,
                told.recordingId(),
                at,
                (voicemail ? "The caller left a voicemail" : "The call was recorded")
                        + (told.durationSec() == null ? "." : " (" + told.durationSec() + " s)."),
                null,
                new Contact.Recording(
                        told.recordingId(),
                        told.url(),
                        told.durationSec(),
                        told.kind().name().toLowerCase(Locale.ROOT)));
        return voicemail ? voicemail(call, at) : call;
    }

    private Call voicemail(Call call, Instant at) {
        var known = call.isTriggered()
                ? call
                : requests.trigger(call, call.triggered(Call.VOICEMAIL, at, List.of(), Map.of()));
        return sql.first(
                        "update phone_call set voicemail = true where contact_id = ? returning *",
                        calls::call,
                        known.contactId())
                .map(changed -> {
                    ends.reconsider(changed);
                    return changed;
                })
                .orElse(known);
    }
}
