package io.carryon.gateway.chat;

import io.carryon.gateway.act.CustomerAct;
import io.carryon.gateway.act.CustomerActs;
import io.carryon.gateway.contact.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Visitors who want a person. */
@ApplicationScoped
public class ChatHandoffs {

    private static final String KEY = "handoff";

    private final ChatTalk talk;
    private final Recorded recorded;
    private final ChatNews news;

    ChatHandoffs(ChatTalk talk, Recorded recorded, ChatNews news) {
        this.talk = talk;
        this.recorded = recorded;
        this.news = news;
    }

    /**
     * Makes the wish durable and returns since when it stands; asked again, it is the first one. Before anything was
     * written it is the first message: support sees nothing of a chat without any. 409 when the chat has ended.
     *
     * @param reason why, or null
     */
    public Instant handOff(ChatSession session, String reason) {
        if (talk.open(session).lastSeq() == 0) {
            talk.sayFirst(session, KEY, reason, FirstWords.person(session.language()));
        }
        var at = recorded.record(session, reason);
        news.tell(List.of(session.sessionId()));
        return at;
    }

    /** Both in one transaction: the act that support is told of, and its mark on the chat. */
    @ApplicationScoped
    static class Recorded {

        private final ChatSessionStore sessions;
        private final CustomerActs acts;

        Recorded(ChatSessionStore sessions, CustomerActs acts) {
            this.sessions = sessions;
            this.acts = acts;
        }

        @Transactional
        Instant record(ChatSession session, String reason) {
            var act = acts.record(CustomerAct.handoff(session.contactId(), Channel.CHAT, reason)
                    .withKey(KEY));
            sessions.handedOff(session.sessionId(), act.at());
            return act.at();
        }
    }
}
