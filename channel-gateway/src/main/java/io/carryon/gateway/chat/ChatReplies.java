package io.carryon.gateway.chat;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.reply.DeliveryReceipt;
import io.carryon.gateway.reply.ReplyChannel;
import io.carryon.gateway.reply.ReplyRequested;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Puts support's answer into the chat. It is sent; delivered it is when the visitor's browser says so. */
@ApplicationScoped
public class ChatReplies implements ReplyChannel {

    private final ChatSessionStore sessions;
    private final ChatTranscript transcript;
    private final LiveChats chats;
    private final Clock clock;

    public ChatReplies(ChatSessionStore sessions, ChatTranscript transcript, LiveChats chats, Clock clock) {
        this.sessions = sessions;
        this.transcript = transcript;
        this.chats = chats;
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
        if (!session.isOpen(now)) {
            return DeliveryReceipt.failed("The customer has left the chat; answer on another channel.");
        }
        transcript.addReply(session.sessionId(), reply.replyId(), reply.author().name(), reply.text(), now);
        chats.push(session.sessionId());
        return DeliveryReceipt.sent(reply.replyId().toString());
    }
}
