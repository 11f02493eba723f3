package io.carryon.gateway.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.operations.NotAcknowledged;
import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.testing.MovableClock;
import io.carryon.gateway.testing.OwnSchema;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class OwedAnswersComponentTest {

    private final MovableClock clock = new MovableClock();
    private final List<UUID> tried = new ArrayList<>();
    private final Set<UUID> notTaken = new HashSet<>();
    private final Set<UUID> defective = new HashSet<>();
    private QuestionStore store;
    private RecognitionAnswers answers;

    @BeforeEach
    void aRoomOfTheirOwn() {
        store = new QuestionStore(OwnSchema.emptied(), clock);
        answers = new RecognitionAnswers(store, this::publish);
    }

    @Test
    void anAnswerThatFailsDoesNotHoldBackThoseBehindIt() {
        var owed = owed(3);
        defective.add(owed.getFirst());

        assertThat(answers.publishOlderThan(Duration.ZERO)).isEqualTo(2);
        assertThat(answers.publishOlderThan(Duration.ZERO)).isZero();

        defective.clear();
        assertThat(answers.publishOlderThan(Duration.ZERO)).isEqualTo(1);
        assertThat(answers.publishOlderThan(Duration.ZERO)).isZero();
    }

    @Test
    void anAnswerTheBrokerNeverTakesEndsOneRoundAndIsBehindTheOthersInTheNext() {
        var owed = owed(3);
        notTaken.add(owed.getFirst());

        assertThat(answers.publishOlderThan(Duration.ZERO)).isZero();
        assertThat(tried).containsExactly(owed.getFirst());

        tried.clear();
        assertThat(answers.publishOlderThan(Duration.ZERO)).isEqualTo(2);
        assertThat(tried).containsExactly(owed.get(1), owed.get(2), owed.getFirst());
    }

    @Test
    void aDefectIsNotMistakenForABrokerThatIsAway() {
        var contact = owed(1).getFirst();
        notTaken.add(contact);
        assertThatThrownBy(() -> answers.answer(contact, true, Channel.PORTAL))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(503));

        defective.add(contact);
        assertThatThrownBy(() -> answers.answer(contact, true, Channel.PORTAL))
                .isInstanceOf(NullPointerException.class);
    }

    private List<UUID> owed(int count) {
        var contacts = Stream.generate(UUID::randomUUID).limit(count).toList();
        for (var contact : contacts) {
            store.add(List.of(new RecognitionQuestion(contact, null, "de", "Geht es um dasselbe?")));
            answers.note(contact, true, Channel.CHAT);
            clock.advance(Duration.ofSeconds(1));
        }
        return contacts;
    }

    private void publish(RecognitionAnswered answer) {
        tried.add(answer.contactId());
        if (defective.contains(answer.contactId())) {
            throw new NullPointerException("A defect of ours");
        }
        if (notTaken.contains(answer.contactId())) {
            throw new NotAcknowledged("an answer", new TimeoutException("No leader"));
        }
    }
}
