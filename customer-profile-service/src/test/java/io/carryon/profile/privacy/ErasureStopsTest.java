package io.carryon.profile.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carryon.profile.acts.Act;
import io.carryon.profile.acts.ActRequests;
import io.carryon.profile.acts.Actor;
import io.carryon.profile.acts.Acts;
import io.carryon.profile.documents.LoopbackServer;
import io.carryon.profile.documents.Shapes;
import io.carryon.profile.documents.StoppingDocuments;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.CustomerStore;
import io.carryon.profile.identity.HandleStore;
import io.carryon.profile.identity.Preferences;
import io.carryon.profile.line.Contacts;
import io.carryon.profile.merge.CustomerChanged;
import io.carryon.profile.merge.CustomerChangedPublisher;
import io.carryon.profile.merge.CustomerMerge;
import io.carryon.profile.merge.GroupChanges;
import io.carryon.profile.merge.Groups;
import io.carryon.profile.merge.MergeAnswer;
import io.carryon.profile.recognition.Desk;
import io.carryon.profile.suggestion.ForgetLookalikes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An erasure that is killed at any of its writes and carried out again leaves nothing, and what others share. */
class ErasureStopsTest {

    private static final String SWITCHBOARD = "+4930120400";
    private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");

    private static LoopbackServer server;

    @BeforeAll
    static void start() {
        server = new LoopbackServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyStopIsMadeUpFor() {
        int stops = 0;
        while (stops < 100 && isKilled(stops)) {
            stops++;
        }

        assertThat(stops).as("writes that were killed").isBetween(8, 99);
    }

    @Test
    void whatCameInSinceGoesWhenItIsAskedForAgain() {
        var database = "erasure-" + UUID.randomUUID();
        var documents = server.stoppingDocuments(database);
        var desk = new Desk(documents);
        var jana = desk.mail("Jana Novakova", "jana.novakova@example.com");
        var published = new ArrayList<CustomerChanged>();
        var erasure = erasure(documents, desk, published);
        var first = erasure.carryOut(erased(jana));
        desk.get(CustomerStore.class).setPreferences(jana, new Preferences("cs", "phone", "Mrs Novakova"));

        assertThat(erasure.carryOut(erased(jana))).isEqualTo(first);
        assertThat(server.everything(database)).doesNotContain("Novakova");
        assertThat(published).hasSize(2);
    }

    /** It knew the customer before they were marked as erased, and is written after the erasure looked last. */
    @Test
    void aContactInFlightLeavesItsTextNoLongerThanUntilTheNextLook() {
        var database = "erasure-" + UUID.randomUUID();
        var documents = server.stoppingDocuments(database);
        var desk = new Desk(documents);
        var jana = desk.mail("Jana Novakova", "jana.novakova@example.com");
        var published = new ArrayList<CustomerChanged>();
        var erasure = erasure(documents, desk, published);
        var act = erased(jana);
        var answers = new ArrayList<ErasureAnswer>();
        documents.before("contact:", () -> answers.add(erasure.carryOut(act)));
        var late = Contacts.mail(UUID.randomUUID(), "jana.novakova@example.com", "My daughter's router");

        assertThat(desk.comesIn(Desk.named(late, "Jana Novakova"))).isEqualTo(jana);
        assertThat(published.getLast().contacts()).hasSize(1);
        erasure.lookAgain(act, desk.get(Shapes.class).fields(answers.getFirst()));

        assertThat(server.everything(database)).doesNotContain("Novakova", "novakova", "daughter");
        assertThat(published.getLast().contacts())
                .contains(UUID.fromString(late.path("contactId").asText()));
        assertThat(published.getLast().actId()).isNotEqualTo(act.id());
        erasure.lookAgain(act, Map.of("contacts", 2));
        assertThat(published).as("nothing new is told twice").hasSize(2);
    }

    @Test
    void aTranscriptGoesWithItsCustomerAndDoesNotComeBack() {
        var database = "erasure-" + UUID.randomUUID();
        var documents = server.stoppingDocuments(database);
        var desk = new Desk(documents);
        var call = Desk.named(Contacts.call(UUID.randomUUID(), "+493012345670"), "Jana Novakova");
        var jana = desk.comesIn(call);
        var transcript =
                Contacts.entry(call, UUID.randomUUID(), 1).put("text", "my daughter's router is of order 47110815");
        transcript.putObject("phone").put("transcript", true);
        desk.comesIn(transcript.deepCopy());
        assertThat(server.everything(database)).contains("daughter", "47110815");

        erasure(documents, desk, new ArrayList<>()).carryOut(erased(jana));
        desk.comesIn(transcript);

        assertThat(server.everything(database)).doesNotContain("daughter", "47110815");
    }

    /** The service stopped after it had written the contact's record, and the customer is erased before it comes again. */
    @Test
    void aContactThatWasHalfTakenInIsForgottenWhenItComesAgain() {
        var database = "erasure-" + UUID.randomUUID();
        var documents = server.stoppingDocuments(database);
        var desk = new Desk(documents);
        var jana = desk.mail("Jana Novakova", "jana.novakova@example.com");
        var mail = Desk.named(
                Contacts.mail(UUID.randomUUID(), "jana.novakova@example.com", "My daughter's router"), "Jana Novakova");
        documents.dieAfter(1);
        assertThatThrownBy(() -> desk.comesIn(mail)).isInstanceOf(StoppingDocuments.Killed.class);
        documents.live();
        erasure(documents, desk, new ArrayList<>()).carryOut(erased(jana));

        desk.comesIn(mail);

        assertThat(server.everything(database)).doesNotContain("Novakova", "novakova", "daughter");
        assertThat(customer(desk, jana).contactCount()).isEqualTo(1);
    }

    @Test
    void whyTheyWereMergedGoesWithThem() {
        var database = "erasure-" + UUID.randomUUID();
        var documents = server.stoppingDocuments(database);
        var desk = new Desk(documents);
        var atHome = desk.mail("Jana Novakova", "jana.novakova@example.com");
        var atWork = desk.mail("Jana Novakova", "novakova@firma.example");
        var reason = "Same person as Jana Novakova, born 1980";
        var request = Map.<String, Object>of(CustomerMerge.INTO, atWork.toString(), CustomerMerge.REASON, reason);
        var merge = new CustomerMerge(desk.get(Groups.class), desk.get(GroupChanges.class), heard(new ArrayList<>()));
        new Acts(documents, desk.get(Shapes.class), List.of(merge))
                .perform(
                        new Act(UUID.randomUUID(), CustomerMerge.KIND, atHome, AT, Actor.staff("ada", "Ada"), request),
                        MergeAnswer.class);

        erasure(documents, desk, new ArrayList<>()).carryOut(erased(atHome));

        assertThat(server.everything(database)).doesNotContain("born 1980").doesNotContain("Novakova");
    }

    private static Act erased(UUID customer) {
        return new Act(UUID.randomUUID(), CustomerErasure.KIND, customer, AT, Actor.staff("ada", "Ada"), Map.of());
    }

    /** False when nothing was left to be killed. */
    private static boolean isKilled(int writes) {
        var database = "erasure-" + UUID.randomUUID();
        var documents = server.stoppingDocuments(database);
        var desk = new Desk(documents);
        var jana = desk.call("Jana Novakova", SWITCHBOARD);
        var omar = desk.call("Omar Haddad", SWITCHBOARD);
        var eve = desk.call("Eve Larsen", SWITCHBOARD);
        desk.comesIn(
                Desk.named(Contacts.mail(UUID.randomUUID(), "jana.novakova@example.com", "Router"), "Jana Novakova"));
        assertThat(List.of(omar, eve)).doesNotContain(jana);
        var published = new ArrayList<CustomerChanged>();
        var erasure = erasure(documents, desk, published);
        var act = erased(jana);

        documents.dieAfter(writes);
        boolean killed = false;
        try {
            erasure.carryOut(act);
        } catch (StoppingDocuments.Killed e) {
            killed = true;
        }
        documents.live();
        var answer = erasure.carryOut(act);

        assertThat(answer.contacts()).isEqualTo(1);
        assertThat(published.getLast().contacts()).hasSize(1);
        var mailer = desk.mail("Jana Novakova", "jana.novakova@example.com");
        assertThat(server.everything(database).lines().filter(each -> each.contains(jana.toString())))
                .noneMatch(each -> each.contains("Jana") || each.contains(SWITCHBOARD) || each.contains("router"));
        assertThat(mailer).isNotEqualTo(jana);
        assertThat(customer(desk, jana).contactCount()).isEqualTo(1);
        assertThat(desk.call("Omar Haddad", SWITCHBOARD)).isEqualTo(omar);
        assertThat(desk.call("Eve Larsen", SWITCHBOARD)).isEqualTo(eve);
        assertThat(desk.call("Jana Novakova", SWITCHBOARD)).isNotEqualTo(jana);
        return killed;
    }

    private static Customer customer(Desk desk, UUID id) {
        return desk.get(CustomerStore.class).findEvenUnmet(id).orElseThrow();
    }

    private static CustomerErasure erasure(StoppingDocuments documents, Desk desk, List<CustomerChanged> published) {
        return new CustomerErasure(
                documents,
                desk.get(People.class),
                desk.get(HandleStore.class),
                desk.get(ForgetLookalikes.class),
                desk.get(TextErasure.class),
                desk.get(ActRequests.class),
                heard(published));
    }

    private static CustomerChangedPublisher heard(List<CustomerChanged> published) {
        return new CustomerChangedPublisher(null, null) {
            @Override
            public void publish(CustomerChanged event) {
                published.add(event);
            }
        };
    }
}
