package io.carryon.gateway.chat;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.ContactId;
import io.carryon.gateway.reply.DeliveryReceipt;
import io.carryon.gateway.reply.ReplyChannel;
import io.carryon.gateway.reply.ReplyRequested;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Puts support's answer into the chat. It is sent; delivered it is when the visitor's browser says so. Who left the chat and
 * gave an address finds it there and in a mail.
 */
@ApplicationScoped
public class ChatReplies implements ReplyChannel {

    private final ChatSessionStore sessions;
    private final ChatTranscript transcript;
    private final UnreadAnswers unread;
    private final ChatNews news;
    private final Clock clock;

    public ChatReplies(
            ChatSessionStore sessions, ChatTranscript transcript, UnreadAnswers unread, ChatNews news, Clock clock) {
        this.sessions = sessions;
        this.transcript = transcript;
        this.unread = unread;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.CHAT;
    }

    @Override
    public DeliveryReceipt deliver(ReplyRequested reply, Handover notNeeded) {
        var session = sessions.byContact(reply.contactId()).orElse(null);
        if (session == null) {
            return DeliveryReceipt.failed("There is no chat of contact " + reply.contactId());
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (!unread.keep(session, reply) && !session.isOpen(now)) {
            return DeliveryReceipt.failed(
                    "The customer has left the chat without an e-mail address; answer on another channel.");
        }
        transcript.addReply(
                session.sessionId(), reply.replyId(), reply.author().name(), reply.text(), files(reply), now);
        news.tell(List.of(session.sessionId()));
        return DeliveryReceipt.sent(reply.replyId().toString());
    }

    private static List<ChatFile> files(ReplyRequested reply) {
        return reply.attachments().stream()
                .map(file -> new ChatFile(
                        ContactId.derive("chat-file", reply.replyId().toString(), file.sha256(), file.name()),
                        file.name(),
                        file.mediaType(),
                        file.size(),
                        file.sha256()))
                .toList();
    }
}
