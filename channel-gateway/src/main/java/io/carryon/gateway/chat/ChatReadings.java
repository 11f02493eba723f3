package io.carryon.gateway.chat;

import io.carryon.gateway.reply.ReplyReadings;
import jakarta.enterprise.context.ApplicationScoped;

/** What a visitor's browser has shown counts as delivered. */
@ApplicationScoped
public class ChatReadings {

    private final ChatTranscript transcript;
    private final ReplyReadings replies;

    public ChatReadings(ChatTranscript transcript, ReplyReadings replies) {
        this.transcript = transcript;
        this.replies = replies;
    }

    /** Everything up to this place was shown; what was told before is not looked at again. */
    void shown(LiveChat chat, int upToSeq) {
        int before = chat.readUpTo(upToSeq);
        if (chat.read() > before) {
            replies.delivered(transcript.repliesBetween(chat.session().sessionId(), before, chat.read()));
        }
    }
}
