package io.carryon.profile.recognition.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.carryon.profile.documents.Change;
import io.carryon.profile.documents.Documents;
import io.carryon.profile.documents.LoopbackServer;
import io.carryon.profile.documents.StoppingDocuments;
import io.carryon.profile.history.ContactLink.State;
import io.carryon.profile.history.ContactRecord;
import io.carryon.profile.history.ContactRecords;
import io.carryon.profile.history.Issue;
import io.carryon.profile.history.IssueStore;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.CustomerStore;
import io.carryon.profile.identity.PastContact;
import io.carryon.profile.line.Contacts;
import io.carryon.profile.line.Wiring;
import io.carryon.profile.problem.ProblemException;
import io.carryon.profile.recognition.ContactReceived;
import io.carryon.profile.recognition.OneMeaning;
import io.carryon.profile.recognition.RecognizeContact;
import io.carryon.profile.recognition.RecognizedPublisher;
import io.carryon.profile.recognition.UnheardPublisher;
import io.carryon.profile.recognition.answer.LinkAnswer.Verdict;
import io.carryon.profile.recognition.meaning.Meanings;
import io.carryon.profile.recognition.training.ContactText;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What answers change, by the service's own code over a real server. */
class AnswerLinkTest {

    private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
    private static final List<String> MATTERS = List.of("router lights", "parking permit", "copy of the invoice");
    private static LoopbackServer server;

    private final StoppingDocuments documents = server.stoppingDocuments("test-" + UUID.randomUUID());
    private final List<ContactRecord> published = new ArrayList<>();
    private final Wiring wiring = new Wiring()
            .with(Documents.class, documents)
            .with(Clock.class, Clock.fixed(MONDAY, ZoneOffset.UTC))
            .with(MeterRegistry.class, new SimpleMeterRegistry())
            .with(ObjectMapper.class, JSON)
            .with(Meanings.class, new OneMeaning())
            .with(ContactText.class, (ContactText) (member, contacts) -> Map.of())
            .with(RecognizedPublisher.class, new UnheardPublisher())
            .with(LinkedPublisher.class, new Heard());
    private final AnswerLink answerLink = wiring.get(AnswerLink.class);
    private final String from = "jana." + UUID.randomUUID() + "@example.com";
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private final UUID own = Issue.idOf(second);

    private final class Heard extends LinkedPublisher {

        Heard() {
            super(null, JSON);
        }

        @Override
        void publish(UUID survivor, ContactRecord record) {
            published.add(record);
        }
    }

    @BeforeAll
    static void start() {
        server = new LoopbackServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private UUID contact(UUID id, int minutes, UUID repliedIssue) {
        // By name, since random ids would now and then read as orders.
        var mail = Contacts.mail(id, from, MATTERS.get(minutes))
                .put("receivedAt", MONDAY.plusSeconds(60L * minutes).toString());
        if (repliedIssue != null) {
            Contacts.thread(mail).put("repliedIssueId", repliedIssue.toString());
        }
        try {
            wiring.get(RecognizeContact.class).recognize(JSON.treeToValue(mail, ContactReceived.class), mail);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        return record(id).contact().issueId();
    }

    /** A second contact that may be about the first one's issue, which is returned. */
    private UUID asked() {
        var router = contact(first, 0, null);
        contact(second, 1, null);
        documents.apply(List.of(Change.of("contact:" + second)
                .set("decided.issue.decision", "ASK")
                .set("decided.issue.candidates", List.of(Map.of("issueId", router.toString())))
                .set("decided.question.issueId", router.toString())
                .set("decided.question.disclosable", true)));
        return router;
    }

    private ContactRecord record(UUID contact) {
        return wiring.get(ContactRecords.class).find(contact).orElseThrow();
    }

    private Customer customer() {
        return wiring.get(CustomerStore.class).find(record(first).customerId()).orElseThrow();
    }

    private List<UUID> contactsOf(UUID issue) {
        return wiring.get(IssueStore.class).find(issue).orElseThrow().latestContacts().stream()
                .map(PastContact::contactId)
                .toList();
    }

    private static LinkAnswer staff(UUID contact, Verdict verdict, UUID issue, int minute) {
        return new LinkAnswer(
                UUID.randomUUID(), contact, verdict, issue, true, "amy", MONDAY.plusSeconds(60L * minute));
    }

    private static LinkAnswer customer(UUID contact, Verdict verdict, int minute) {
        return new LinkAnswer(UUID.randomUUID(), contact, verdict, null, false, null, MONDAY.plusSeconds(60L * minute));
    }

    @Test
    void anAnswerThatIsStoppedAnywhereAndComesAgainHasItsWholeEffectOnce() {
        var router = asked();
        var answer = customer(second, Verdict.SAME, 5);
        for (int writes = 0; published.isEmpty(); writes++) {
            documents.dieAfter(writes);
            try {
                answerLink.carryOut(answer);
            } catch (StoppingDocuments.Killed e) {
                assertThat(published).isEmpty();
            }
        }
        documents.live();
        answerLink.carryOut(answer);

        assertThat(record(second).link().state()).isEqualTo(State.CUSTOMER_CONFIRMED);
        assertThat(record(second).issueId()).isEqualTo(router);
        assertThat(contactsOf(router)).containsExactly(second, first);
        assertThat(contactsOf(own)).isEmpty();
        assertThat(customer().latestContacts()).extracting(PastContact::issueId).containsExactly(router, router);
        assertThat(customer().isRecent(own)).isFalse();
        assertThat(published)
                .allSatisfy(record -> assertThat(record.link().fromIssueId()).isEqualTo(own));
    }

    @Test
    void anUndoLeavesEverythingAsIfNothingHadBeenSaid() {
        var router = asked();
        var before = customer();
        answerLink.carryOut(staff(second, Verdict.SAME, null, 5));
        answerLink.carryOut(staff(second, Verdict.UNDONE, null, 6));

        assertThat(contactsOf(router)).containsExactly(first);
        assertThat(contactsOf(own)).containsExactly(second);
        assertThat(customer().latestContacts()).isEqualTo(before.latestContacts());
        assertThat(customer().issues().keySet()).isEqualTo(before.issues().keySet());
        assertThat(record(second).link().state()).isEqualTo(State.ASKED);
    }

    @Test
    void aRejectedPairIsRememberedUntilItIsTakenBack() {
        var router = contact(first, 0, null);
        contact(second, 1, router);
        answerLink.carryOut(staff(second, Verdict.OTHER, null, 5));

        assertThat(record(second).issueId()).isEqualTo(own);
        assertThat(customer().hasRejected(own, router)).isTrue();
        assertThat(customer().hasRejected(router, own)).isTrue();

        answerLink.carryOut(staff(second, Verdict.UNDONE, null, 6));
        assertThat(customer().hasRejected(own, router)).isFalse();
        assertThat(record(second).issueId()).isEqualTo(router);
    }

    @Test
    void whoComesLateDoesNotOverruleAndNothingIsPublishedOfIt() {
        var router = asked();
        answerLink.carryOut(staff(second, Verdict.SAME, null, 5));

        assertThatThrownBy(() -> answerLink.carryOut(customer(second, Verdict.OTHER, 9)))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> answerLink.carryOut(staff(second, Verdict.OTHER, null, 4)))
                .isInstanceOf(ProblemException.class);
        assertThat(record(second).issueId()).isEqualTo(router);
        assertThat(published).hasSize(1);
    }

    @Test
    void anAnswerThatAnotherOvertookMovesTheContactWhereTheOtherSaid() {
        var router = asked();
        var invoice = contact(UUID.randomUUID(), 2, null);
        documents.dieAfter(3);
        var overtaken = staff(second, Verdict.SAME, router, 5);
        assertThatThrownBy(() -> answerLink.carryOut(overtaken)).isInstanceOf(StoppingDocuments.Killed.class);
        documents.live();
        answerLink.carryOut(staff(second, Verdict.SAME, invoice, 6));

        assertThat(contactsOf(invoice)).contains(second);
        assertThat(contactsOf(router)).containsExactly(first);
        assertThat(contactsOf(own)).isEmpty();
    }

    @Test
    void aContactOfLongAgoStaysWhereItIs() {
        asked();

        assertThatThrownBy(() -> answerLink.carryOut(staff(second, Verdict.SAME, null, 60 * 24 * 91)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("90 days");
    }

    @Test
    void anIssueOfAnotherIsRefusedLikeOneThatDoesNotExist() {
        asked();

        assertThatThrownBy(() -> answerLink.carryOut(staff(second, Verdict.SAME, UUID.randomUUID(), 5)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("own customer");
        assertThat(record(second).link()).isNull();
    }
}
