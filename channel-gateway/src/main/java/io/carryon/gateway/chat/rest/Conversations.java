package io.carryon.gateway.chat.rest;

import io.carryon.gateway.chat.ChatQuestions;
import io.carryon.gateway.chat.ChatSession;
import io.carryon.gateway.chat.ChatTranscript;
import io.carryon.gateway.chat.ShownMessage;
import io.carryon.gateway.chat.status.StatusBoard;
import io.carryon.gateway.door.ContactUs;
import io.carryon.gateway.door.HumanConfig;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows a chat to its visitor. */
@ApplicationScoped
public class Conversations {

    private final ChatTranscript transcript;
    private final StatusBoard board;
    private final ChatQuestions questions;
    private final HumanConfig human;

    public Conversations(ChatTranscript transcript, StatusBoard board, ChatQuestions questions, HumanConfig human) {
        this.transcript = transcript;
        this.board = board;
        this.questions = questions;
        this.human = human;
    }

    /** What stands after a place, at most so many, and how the chat stands. */
    Conversation of(ChatSession session, int after, int limit) {
        return new Conversation(
                session.sessionId(),
                session.lastSeq(),
                transcript.after(session.sessionId(), after, limit).stream()
                        .map(ShownMessage::of)
                        .toList(),
                board.of(session),
                session.lastSeq() == 0 ? null : questions.open(session).orElse(null),
                session.expiresAt(),
                ContactUs.of(human));
    }
}
