package io.carryon.gateway.phone;

import io.carryon.gateway.contact.ContactId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A call as an IVR tells of it.
 *
 * @param client the IVR; call ids are only its own
 * @param trigger what made it a contact: why the caller wants a person, or {@code hangup}; null until then
 * @param publishedAt when the broker had the contact; null as long as it has not
 * @param answer what the zero-out was answered in full, as JSON; null until then
 */
public record Call(
        String client,
        String callId,
        UUID contactId,
        String caller,
        String dialled,
        String direction,
        String callerName,
        String language,
        String queueHint,
        Instant startedAt,
        String trigger,
        Instant triggeredAt,
        List<String> menuPath,
        Map<String, String> collected,
        Instant publishedAt,
        Instant endedAt,
        Ticket ticket,
        String answer) {

    /** Trigger of a call that ended before anyone asked for a person. */
    public static final String HANGUP = "hangup";

    /** What became of the contact, as far as ticket.changed told. */
    public record Ticket(UUID id, String number, String queue, String priority, boolean opened) {}

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
        return new Call(
                client,
                callId,
                contactIdOf(client, callId),
                caller,
                dialled,
                direction,
                callerName,
                language,
                queueHint,
                startedAt,
                null,
                null,
                List.of(),
                Map.of(),
                null,
                null,
                null,
                null);
    }

    /** The same call, now a contact. */
    public Call triggered(String why, Instant at, List<String> path, Map<String, String> input) {
        return new Call(
                client,
                callId,
                contactId,
                caller,
                dialled,
                direction,
                callerName,
                language,
                queueHint,
                startedAt,
                why,
                at,
                path,
                input,
                publishedAt,
                endedAt,
                ticket,
                answer);
    }

    /** The same call with what was told of it before; earlier words stand, as in the call's row. */
    public Call after(Call before) {
        return new Call(
                client,
                callId,
                contactId,
                first(before.caller, caller),
                first(before.dialled, dialled),
                before.direction,
                first(before.callerName, callerName),
                first(language, before.language),
                first(queueHint, before.queueHint),
                before.startedAt,
                trigger,
                triggeredAt,
                menuPath,
                collected,
                publishedAt,
                endedAt,
                ticket,
                answer);
    }

    private static String first(String preferred, String other) {
        return preferred == null ? other : preferred;
    }

    /** The customer's side: who called us, or whom we called. */
    public String customerNumber() {
        return "out".equals(direction) ? dialled : caller;
    }

    /** Name of the line it came in by: the dialled number, or the IVR when it does not say. */
    public String connection() {
        return dialled == null || dialled.isBlank() ? client : dialled;
    }

    boolean isTriggered() {
        return trigger != null;
    }

    /** Over, and it never was a request for a person. */
    boolean isLost() {
        return endedAt != null && (trigger == null || HANGUP.equals(trigger));
    }
}
