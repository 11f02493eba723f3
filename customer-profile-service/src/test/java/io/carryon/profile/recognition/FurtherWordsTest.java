package io.carryon.profile.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import io.carryon.profile.identity.PastContact;
import io.carryon.profile.line.Contacts;
import io.carryon.profile.line.Wiring;
import io.carryon.profile.recognition.answer.AnswerLink;
import io.carryon.profile.recognition.answer.LinkAnswer;
import io.carryon.profile.recognition.answer.LinkAnswer.Verdict;
import io.carryon.profile.recognition.answer.LinkedPublisher;
import io.carryon.profile.recognition.answer.UnheardLinks;
import io.carryon.profile.recognition.meaning.Meanings;
import io.carryon.profile.recognition.training.ContactText;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is said after a contact began: transcripts of calls, a chat's first turn; and calls from one menu. */
class FurtherWordsTest {

    private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
    private static final String BLENDER = "about order number 4711 0815 the blender came broken";
    private static final String AGAIN = "it is order 4711 0815 again";
    private static LoopbackServer server;

    private final StoppingDocuments documents = server.stoppingDocuments("test-" + UUID.randomUUID());
    private final Wiring wiring = new Wiring()
            .with(Documents.class, documents)
            .with(Clock.class, Clock.fixed(MONDAY, ZoneOffset.UTC))
            .with(MeterRegistry.class, new SimpleMeterRegistry())
            .with(ObjectMapper.class, JSON)
            .with(Meanings.class, new OneMeaning())
            .with(ContactText.class, (ContactText) (member, contacts) -> Map.of())
            .with(RecognizedPublisher.class, new UnheardPublisher())
            .with(LinkedPublisher.class, new UnheardLinks());
    private final String number =
            "+4930" + (1_000_000 + Math.floorMod(UUID.randomUUID().hashCode(), 8_000_000));
    private final UUID before = UUID.randomUUID();
    private final UUID call = UUID.randomUUID();
    private final UUID chat = UUID.randomUUID();

    @BeforeAll
    static void start() {
        server = new LoopbackServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private ContactRecord takes(ObjectNode contact) {
        try {
            wiring.get(RecognizeContact.class).recognize(JSON.treeToValue(contact, ContactReceived.class), contact);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        return record(UUID.fromString(contact.get("contactId").asText()));
    }

    private ContactRecord record(UUID contact) {
        return wiring.get(ContactRecords.class).find(contact).orElseThrow();
    }

    /** A call that ended at a node of the menu, where the caller pressed 0. */
    private ObjectNode call(UUID id, String from, String node, Duration after) {
        var event = Contacts.call(id, from)
                .put("receivedAt", MONDAY.plus(after).toString())
                .put("text", "The caller asked for a person.");
        event.putObject("phone")
                .put("trigger", "dtmf0")
                .put("transcript", false)
                .putArray("menuPath")
                .add("main")
                .add(node);
        return event;
    }

    private ObjectNode transcript(UUID of, UUID entry, String text) {
        var event = call(of, number, "orders", Duration.ofHours(30))
                .put("entryId", entry.toString())
                .put("sequence", 2)
                .put("text", text);
        ((ObjectNode) event.get("phone")).put("transcript", true);
        return event;
    }

    /** An earlier call whose transcript names an order, and one that says nothing, the day after. */
    private UUID blenderIssue() {
        takes(call(before, number, "orders", Duration.ZERO));
        var issue = takes(transcript(before, UUID.randomUUID(), BLENDER)).issueId();
        takes(call(call, number, "billing", Duration.ofHours(26)));
        assertThat(record(call).issueId()).isEqualTo(Issue.idOf(call));
        return issue;
    }

    private List<UUID> contactsOf(UUID issue) {
        return wiring.get(IssueStore.class).find(issue).orElseThrow().latestContacts().stream()
                .map(PastContact::contactId)
                .toList();
    }

    @Test
    void aCallWhoseTranscriptNamesAnEarlierOrderMovesThereOnceWhereverItIsStopped() {
        var issue = blenderIssue();
        var entry = UUID.randomUUID();
        var event = transcript(call, entry, "yes it is order four seven one one oh eight one five again");
        for (int writes = 0; writes < 12; writes++) {
            documents.dieAfter(writes);
            try {
                takes(event.deepCopy());
                break;
            } catch (StoppingDocuments.Killed e) {
                // It is delivered again.
            }
        }
        documents.live();
        var moved = takes(event.deepCopy());

        assertThat(moved.issueId()).isEqualTo(issue);
        assertThat(moved.link().state()).isEqualTo(State.LINKED);
        assertThat(moved.link().by()).isEqualTo("recognition");
        assertThat(contactsOf(issue)).containsExactly(call, before);
        assertThat(contactsOf(Issue.idOf(call))).isEmpty();
        assertThat(DecisionNow.of(moved).get("issue").toString()).contains("LINK", issue.toString(), "further-words");
    }

    @Test
    void whatStaffSaidStands() {
        says(Verdict.OTHER, blenderIssue(), true);

        assertThat(takes(transcript(call, UUID.randomUUID(), AGAIN)).issueId()).isEqualTo(Issue.idOf(call));
    }

    @Test
    void whatATranscriptMovedCanBeUndoneForGood() {
        var issue = blenderIssue();
        assertThat(takes(transcript(call, UUID.randomUUID(), AGAIN)).issueId()).isEqualTo(issue);

        says(Verdict.UNDONE, null, true);

        assertThat(record(call).issueId()).isEqualTo(Issue.idOf(call));
        assertThat(takes(transcript(call, UUID.randomUUID(), AGAIN)).issueId()).isEqualTo(Issue.idOf(call));
    }

    @Test
    void aCustomersLaterWordOutranksWhatTheTranscriptTold() {
        blenderIssue();
        takes(transcript(call, UUID.randomUUID(), AGAIN));

        says(Verdict.OTHER, null, false);

        assertThat(record(call).issueId()).isEqualTo(Issue.idOf(call));
        assertThat(record(call).link().state()).isEqualTo(State.REJECTED);
    }

    private void says(Verdict verdict, UUID issue, boolean isByStaff) {
        wiring.get(AnswerLink.class)
                .carryOut(new LinkAnswer(
                        UUID.randomUUID(),
                        call,
                        verdict,
                        issue,
                        isByStaff,
                        isByStaff ? "amy" : null,
                        MONDAY.plus(Duration.ofHours(27))));
    }

    @Test
    void whatATranscriptToldIsRemembered() {
        var issue = blenderIssue();
        var mail = Contacts.call(UUID.randomUUID(), number)
                .put("receivedAt", MONDAY.plus(Duration.ofHours(40)).toString())
                .put("text", "Where is the money for order 4711-0815?");

        assertThat(takes(mail).issueId()).isEqualTo(issue);
    }

    @Test
    void aTranscriptThatOnlyMayBeAboutAnEarlierIssueIsForStaffToDecide() {
        var issue = blenderIssue();
        documents.apply(List.of(Change.of("contact:" + call)
                .set("decided.issue.decision", "NEW")
                .set("decided.issue.candidates", List.of())
                .unset("decided.question")));

        var asked = takes(transcript(call, UUID.randomUUID(), "um"));

        assertThat(asked.issueId()).isEqualTo(Issue.idOf(call));
        assertThat(asked.recognizedState()).isEqualTo(State.ASKED);
        assertThat(asked.decided().get("issue").toString()).contains(issue.toString());
        assertThat(asked.decided()).containsKey("question");
    }

    @Test
    void whatIsSaidInTheFirstTurnOfAChatTellsWhatItIsAbout() {
        var issue = takes(said(before, before, Duration.ZERO, BLENDER)).issueId();
        var hello = takes(said(chat, chat, Duration.ofHours(26), "Hello there"));
        assertThat(hello.issueId()).isEqualTo(Issue.idOf(chat));

        takes(said(chat, UUID.randomUUID(), Duration.ofHours(26).plusSeconds(20), AGAIN));

        assertThat(record(chat).issueId()).isEqualTo(issue);
        assertThat(contactsOf(issue)).containsOnlyOnce(before, chat);
    }

    @Test
    void whatIsSaidLaterInAChatMovesItNoMore() {
        takes(said(before, before, Duration.ZERO, BLENDER));
        takes(said(chat, chat, Duration.ofHours(26), "Hello there"));

        takes(said(chat, UUID.randomUUID(), Duration.ofHours(26).plusSeconds(90), AGAIN));

        assertThat(record(chat).issueId()).isEqualTo(Issue.idOf(chat));
    }

    private ObjectNode said(UUID contact, UUID entry, Duration after, String text) {
        var event = Contacts.claimedMail(contact, "jana@example.com", null)
                .put("entryId", entry.toString())
                .put("sequence", entry.equals(contact) ? 0 : 1)
                .put("channel", "chat")
                .put("receivedAt", MONDAY.plus(after).toString())
                .put("text", text);
        ((ObjectNode) event.at("/sender/handles/0"))
                .put("kind", "account")
                .put("value", number)
                .put("verification", "verified")
                .put("method", "oidc");
        return event;
    }

    @Test
    void whoChoosesTheSameInTheMenuWithinADayGoesOn() {
        var issue = takes(call(before, number, "orders", Duration.ZERO)).issueId();

        assertThat(takes(call(UUID.randomUUID(), number, "orders", Duration.ofHours(23)))
                        .issueId())
                .isEqualTo(issue);
        assertThat(takes(call(UUID.randomUUID(), number, "billing", Duration.ofHours(23)))
                        .issueId())
                .isNotEqualTo(issue);
        assertThat(takes(call(UUID.randomUUID(), number.replace("+4930", "+4940"), "orders", Duration.ofHours(23)))
                        .issueId())
                .isNotEqualTo(issue);
        assertThat(takes(call(UUID.randomUUID(), number, "orders", Duration.ofHours(48)))
                        .issueId())
                .isNotEqualTo(issue);
    }
}
