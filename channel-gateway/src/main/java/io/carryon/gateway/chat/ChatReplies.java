package io.carryon.gateway.chat;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.reply.DeliveryReceipt;
import io.carryon.gateway.reply.ReplyChannel;
import io.carryon.gateway.reply.ReplyRequested;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Puts support's answer into the chat: delivered when the visitor's browser took it, sent when it waits for them. */
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
        var id = reply.replyId().toString();
        return chats.push(session.sessionId()) ? DeliveryReceipt.delivered(id) : DeliveryReceipt.sent(id);
    }
}
