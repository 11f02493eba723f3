package io.carryon.gateway.chat;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.recognition.AnswerTaken;
import io.carryon.gateway.recognition.QuestionShown;
import io.carryon.gateway.recognition.QuestionStore;
import io.carryon.gateway.recognition.RecognitionAnswers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The recognition question of a chat, and its visitor's answer. */
@ApplicationScoped
public class ChatQuestions {

    private final ChatSessionStore sessions;
    private final QuestionStore questions;
    private final RecognitionAnswers answers;

    public ChatQuestions(ChatSessionStore sessions, QuestionStore questions, RecognitionAnswers answers) {
        this.sessions = sessions;
        this.questions = questions;
        this.answers = answers;
    }

    /** The visitor's answer, durable; 409 when nothing was asked. */
    public AnswerTaken answer(ChatSession session, boolean same) {
        return answers.answer(session.contactId(), same, Channel.CHAT);
    }

    /** What the visitor is asked now, if anything. */
    public Optional<QuestionShown> open(ChatSession session) {
        return open(session.contactId());
    }

    /** The answer a site passes on, durable; 404 when it opened no such chat. */
    AnswerTaken answer(String client, UUID sessionId, boolean same) {
        return answers.answer(contactOf(client, sessionId), same, Channel.CHAT);
    }

    /** What is to be asked in a chat of this site; 404 when it opened no such chat. */
    Optional<QuestionShown> open(String client, UUID sessionId) {
        return open(contactOf(client, sessionId));
    }

    private Optional<QuestionShown> open(UUID contactId) {
        return questions.open(List.of(contactId)).stream().findFirst().map(QuestionShown::of);
    }

    private UUID contactOf(String client, UUID sessionId) {
        return sessions.find(sessionId)
                .filter(session -> session.client().equals(client))
                .map(ChatSession::contactId)
                .orElseThrow(
                        () -> ProblemException.notFound("Check the session's id, as it was given at the opening."));
    }
}
