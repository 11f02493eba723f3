package io.carryon.gateway.chat;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.recognition.AnswerTaken;
import io.carryon.gateway.recognition.QuestionFollower;
import io.carryon.gateway.recognition.QuestionShown;
import io.carryon.gateway.recognition.QuestionStore;
import io.carryon.gateway.recognition.RecognitionAnswers;
import io.carryon.gateway.recognition.RecognitionQuestion;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Puts the recognition question to visitors while they are here, and takes their answers. A question that another
 * process took in is noticed within two seconds; a visitor who comes back is asked again until it is answered.
 */
@ApplicationScoped
public class ChatRecognition implements QuestionFollower {

    private static final Logger LOG = Logger.getLogger(ChatRecognition.class);

    private final LiveChats chats;
    private final ChatSessionStore sessions;
    private final QuestionStore questions;
    private final RecognitionAnswers answers;

    public ChatRecognition(
            LiveChats chats, ChatSessionStore sessions, QuestionStore questions, RecognitionAnswers answers) {
        this.chats = chats;
        this.sessions = sessions;
        this.questions = questions;
        this.answers = answers;
    }

    @Override
    public void asked(List<RecognitionQuestion> asked) {
        var unasked = chats.unasked();
        for (var question : asked) {
            var chat = unasked.get(question.contactId());
            if (chat != null) {
                Thread.ofVirtual().start(() -> chat.ask(ServerFrame.Recognition.of(question)));
            }
        }
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void round() {
        var unasked = chats.unasked().keySet();
        if (unasked.isEmpty()) {
            return;
        }
        try {
            asked(questions.open(unasked));
        } catch (RuntimeException e) {
            LOG.warnf("Questions could not be looked for: %s", e.getMessage());
        }
    }

    /** The answer of the visitor whose socket this is, durable. */
    ServerFrame.Answered answer(ChatSession session, boolean same) {
        return ServerFrame.Answered.of(answers.answer(session.contactId(), same, Channel.CHAT));
    }

    /** The answer a site passes on, durable; 404 when it opened no such chat. */
    AnswerTaken answer(String client, UUID sessionId, boolean same) {
        return answers.answer(contactOf(client, sessionId), same, Channel.CHAT);
    }

    /** What is to be asked in a chat of this site; 404 when it opened no such chat. */
    Optional<QuestionShown> open(String client, UUID sessionId) {
        return questions.open(List.of(contactOf(client, sessionId))).stream()
                .findFirst()
                .map(QuestionShown::of);
    }

    private UUID contactOf(String client, UUID sessionId) {
        return sessions.find(sessionId)
                .filter(session -> session.client().equals(client))
                .map(ChatSession::contactId)
                .orElseThrow(
                        () -> ProblemException.notFound("Check the session's id, as it was given at the opening."));
    }
}
