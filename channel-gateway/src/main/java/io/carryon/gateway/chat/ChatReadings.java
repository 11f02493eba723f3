package io.carryon.gateway.chat;

import io.carryon.gateway.reply.ReplyReadings;
import jakarta.enterprise.context.ApplicationScoped;

/** What a visitor's browser has shown counts as delivered. */
@ApplicationScoped
public class ChatReadings {

    private final ChatSessionStore sessions;
    private final ChatTranscript transcript;
    private final ReplyReadings replies;

    public ChatReadings(ChatSessionStore sessions, ChatTranscript transcript, ReplyReadings replies) {
        this.sessions = sessions;
        this.transcript = transcript;
        this.replies = replies;
    }

    /** Everything up to this place was shown; what was told before is not looked at again. */
    public void shown(ChatSession session, int upToSeq) {
        sessions.read(session.sessionId(), upToSeq)
                .ifPresent(read ->
                        replies.delivered(transcript.repliesBetween(session.sessionId(), read.after(), read.upTo())));
    }
}
