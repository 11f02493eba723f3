package io.carryon.gateway.phone;

import io.carryon.gateway.contact.ContactId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A call as an IVR tells of it.
 *
 * @param course what happened in it
 * @param endedAt null as long as it lasts
 */
public record Call(CallBegin begin, CallRequest request, Course course, Instant endedAt, CallPublication publication) {

    /** Trigger of a call that ended before anyone asked for a person. */
    public static final String HANGUP = "hangup";

    /** Trigger of a call whose caller left a voicemail without asking for a person. */
    public static final String VOICEMAIL = "voicemail";

    /** Trigger of a call that the self-service solved. */
    public static final String RESOLVED = "resolved";

    /** Trigger of a call that rings at a person's telephone, or is answered there, without a menu in between. */
    public static final String RINGING = "ringing";

    /** Trigger of a call whose caller asked to be called back before asking for a person. */
    public static final String CALLBACK = "callback";

    private static final Set<String> WANTING_NOBODY = Set.of(HANGUP, VOICEMAIL, RESOLVED, CALLBACK);

    /** What became of the contact, as far as ticket.changed told. */
    public record Ticket(UUID id, String number, String queue, String priority, boolean opened) {}

    /**
     * What the network says of who calls.
     *
     * @param stirPassed the caller's provider vouches for the number (STIR attestation A)
     * @param providerIds names of the call elsewhere, such as its SIP Call-ID
     */
    public record Identity(boolean stirPassed, Map<String, String> providerIds) {

        /** Nothing said. */
        public static final Identity NONE = new Identity(false, Map.of());

        Identity after(Identity before) {
            var ids = new LinkedHashMap<>(before.providerIds);
            ids.putAll(providerIds);
            return new Identity(stirPassed || before.stirPassed, ids);
        }
    }

    /**
     * What happened in a call so far.
     *
     * @param resolved what the self-service says it solved, or null
     * @param eventful whether anything was told of it besides its milestones
     * @param entries how many later entries its contact has
     * @param wantedAt when the caller wanted a person after it had become a contact for another reason, or null
     * @param erased whether the customer was taken out of it: nothing is kept of it any more
     */
    public record Course(
            Instant answeredAt,
            Agent answeredBy,
            String cause,
            String outcome,
            String resolved,
            boolean voicemail,
            boolean eventful,
            int entries,
            Instant wantedAt,
            boolean erased) {

        /** Nothing yet. */
        public static final Course NONE = new Course(null, null, null, null, null, false, false, 0, null, false);
    }

    /** The id every entry of the call's contact carries; the same whoever computes it. */
    public static UUID contactIdOf(String client, String callId) {
        return ContactId.derive("ivr", client, callId);
    }

    /** A call of which only its start is known. */
    public static Call started(
            String client,
            String callId,
            String caller,
            String dialled,
            String direction,
            String callerName,
            String language,
            String queueHint,
            Instant startedAt) {
        var begin = new CallBegin(
                client,
                callId,
                contactIdOf(client, callId),
                caller,
                dialled,
                direction,
                callerName,
                language,
                queueHint,
                Identity.NONE,
                startedAt);
        return new Call(begin, CallRequest.NONE, Course.NONE, null, CallPublication.NONE);
    }

    /** The same call, now a contact. */
    public Call triggered(String why, Instant at, List<String> path, Map<String, String> input) {
        return new Call(begin, request.triggered(why, at, path, input), course, endedAt, publication);
    }

    /** The same call with what the network says of who calls. */
    public Call identified(Identity as) {
        return new Call(begin.identified(as), request, course, endedAt, publication);
    }

    /** The same call with what the caller had said until it became a contact. */
    public Call saying(String words) {
        return new Call(begin, request.saying(words), course, endedAt, publication);
    }

    /** The same call with what was told of it before; earlier words stand, as in the call's row. */
    public Call after(Call before) {
        return new Call(begin.after(before.begin), request, course, endedAt, publication);
    }

    /** The IVR; call ids are only its own. */
    public String client() {
        return begin.client();
    }

    public String callId() {
        return begin.callId();
    }

    public UUID contactId() {
        return begin.contactId();
    }

    public String caller() {
        return begin.caller();
    }

    public String dialled() {
        return begin.dialled();
    }

    public String direction() {
        return begin.direction();
    }

    public String callerName() {
        return begin.callerName();
    }

    public String language() {
        return begin.language();
    }

    public String queueHint() {
        return begin.queueHint();
    }

    public Identity identity() {
        return begin.identity();
    }

    public Instant startedAt() {
        return begin.startedAt();
    }

    /** What made it a contact; null until then. */
    public String trigger() {
        return request.trigger();
    }

    public Instant triggeredAt() {
        return request.at();
    }

    public List<String> menuPath() {
        return request.menuPath();
    }

    public Map<String, String> collected() {
        return request.collected();
    }

    public String said() {
        return request.said();
    }

    /** When the broker had the contact; null as long as it has not. */
    public Instant publishedAt() {
        return publication.at();
    }

    public Ticket ticket() {
        return publication.ticket();
    }

    public String answer() {
        return publication.answer();
    }

    /** The customer's side: who called us, or whom we called. */
    public String customerNumber() {
        return isOutbound() ? dialled() : caller();
    }

    /** Whether we called the customer. */
    public boolean isOutbound() {
        return begin.isOutbound();
    }

    /** Name of the line it came in by: the dialled number, or the IVR when it does not say. */
    public String connection() {
        return dialled() == null || dialled().isBlank() ? client() : dialled();
    }

    /** Whether it is a contact. */
    public boolean isTriggered() {
        return trigger() != null;
    }

    /** Whether the caller asked for a person. */
    public boolean wantsPerson() {
        return isTriggered() && (course.wantedAt() != null || !WANTING_NOBODY.contains(trigger()));
    }

    /** When the caller asked for a person. */
    public Instant wantedAt() {
        return course.wantedAt() == null ? triggeredAt() : course.wantedAt();
    }

    /** Over, and it never was a request for a person. */
    public boolean isLost() {
        return endedAt != null && !wantsPerson();
    }
}
