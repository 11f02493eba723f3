package io.carryon.gateway.selfservice;

import io.carryon.gateway.reply.ReplyReadings;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a customer's browser is shown, or their portal's server takes, counts as delivered. A server may look by itself: what
 * may still go by mail is not delivered by that.
 */
@ApplicationScoped
class PortalReadings {

    private final Sql sql;
    private final UnseenAnswers unseen;
    private final ReplyReadings replies;
    private final Clock clock;

    PortalReadings(Sql sql, UnseenAnswers unseen, ReplyReadings replies, Clock clock) {
        this.sql = sql;
        this.unseen = unseen;
        this.replies = replies;
        this.clock = clock;
    }

    /** A page of the request's conversation is shown; what was shown before is not looked at again. */
    void shown(Viewer viewer, UUID contactId, PortalConversation page) {
        if (!viewer.isServer()) {
            unseen.seen(contactId, page.ids());
        }
        if (!viewer.isStaff() && !page.unshown().isEmpty()) {
            deliver(viewer, page.unshown());
        }
    }

    private void deliver(Viewer viewer, List<UUID> answers) {
        var delivered = new ArrayList<>(answers);
        if (viewer.isServer()) {
            delivered.removeAll(unseen.kept(answers));
        }
        // Noted here only after it is durable there: what a crash leaves between is told again, without effect.
        delivered.removeAll(replies.delivered(delivered));
        sql.update(
                "update portal_message set shown_at = ? where message_id = any(?) and shown_at is null",
                clock.instant(),
                delivered.toArray(UUID[]::new));
    }
}
