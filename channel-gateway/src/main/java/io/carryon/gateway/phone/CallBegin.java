package io.carryon.gateway.phone;

import java.time.Instant;
import java.util.UUID;

/**
 * What whoever announces a call knows of it.
 *
 * @param client the IVR; call ids are only its own
 * @param identity what the network says of who calls
 */
public record CallBegin(
        String client,
        String callId,
        UUID contactId,
        String caller,
        String dialled,
        String direction,
        String callerName,
        String language,
        String queueHint,
        Call.Identity identity,
        Instant startedAt) {

    CallBegin identified(Call.Identity as) {
        return new CallBegin(
                client, callId, contactId, caller, dialled, direction, callerName, language, queueHint, as, startedAt);
    }

    /** The same with what was told before; earlier words stand, as in the call's row. */
    CallBegin after(CallBegin before) {
        return new CallBegin(
                client,
                callId,
                contactId,
                first(before.caller, caller),
                first(before.dialled, dialled),
                before.direction,
                first(before.callerName, callerName),
                first(language, before.language),
                first(queueHint, before.queueHint),
                identity.after(before.identity),
                before.startedAt);
    }

    private static String first(String preferred, String other) {
        return preferred == null ? other : preferred;
    }

    boolean isOutbound() {
        return "out".equals(direction);
    }
}
