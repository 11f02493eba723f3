package io.carryon.gateway.chat.socket;

import io.carryon.gateway.recognition.QuestionFollower;
import io.carryon.gateway.recognition.QuestionStore;
import io.carryon.gateway.recognition.RecognitionQuestion;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Puts the recognition question to visitors while they are here and have said what they had to say. A question that another process took in is noticed within
 * two seconds; a visitor who comes back is asked again until it is answered.
 */
@ApplicationScoped
public class RecognitionAsking implements QuestionFollower {

    private static final Logger LOG = Logger.getLogger(RecognitionAsking.class);

    private final LiveChats chats;
    private final QuestionStore questions;

    public RecognitionAsking(LiveChats chats, QuestionStore questions) {
        this.chats = chats;
        this.questions = questions;
    }

    @Override
    public void asked(List<RecognitionQuestion> asked) {
        for (var question : asked) {
            var live = chats.ofContact(question.contactId());
            if (live != null && !live.isWriting()) {
                LiveChats.deliver(unasked(live), ServerFrame.Recognition.of(question));
            }
        }
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void round() {
        var contacts = unaskedContacts();
        if (contacts.isEmpty()) {
            return;
        }
        try {
            asked(questions.open(contacts));
        } catch (RuntimeException e) {
            LOG.warnf("Questions could not be looked for: %s", e.getMessage());
        }
    }

    /** Nobody is asked before writing something. */
    private Set<UUID> unaskedContacts() {
        return chats.sessions().stream()
                .filter(live -> live.session().lastSeq() > 0
                        && !live.isWriting()
                        && !unasked(live).isEmpty())
                .map(live -> live.session().contactId())
                .collect(Collectors.toSet());
    }

    private static List<LiveChat> unasked(LiveSession live) {
        return live.tabs().stream()
                .filter(tab -> tab.session() != null && !tab.isAsked())
                .toList();
    }
}
