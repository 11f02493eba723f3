package io.carryon.gateway.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.testing.OwnSchema;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class AskedQuestionsComponentTest {

    private final UUID contact = UUID.randomUUID();
    private final RecognitionQuestion question =
            new RecognitionQuestion(contact, UUID.randomUUID(), "de", "Geht es um dasselbe?");
    private final List<RecognitionQuestion> shown = new ArrayList<>();
    private Sql sql;
    private QuestionStore store;
    private AskedQuestions questions;

    @BeforeEach
    void aRoomOfTheirOwn() {
        sql = OwnSchema.emptied();
        store = new QuestionStore(sql, Clock.systemUTC());
        questions = new AskedQuestions(store, List.of(shown::addAll));
    }

    @Test
    void whatStaffSettledBeforeItsQuestionCameIsNotAskedUntilTheyTakeItBack() {
        questions.take(List.of(), List.of(staffSay("AGENT_CONFIRMED")));
        questions.take(List.of(question), List.of());

        assertThat(shown).isEmpty();
        assertThat(open()).isEmpty();
        assertThat(store.answer(contact, true, Channel.PORTAL)).isEmpty();

        questions.take(List.of(), List.of(staffSay("ASKED")));
        assertThat(open()).containsExactly(question);
        assertThat(store.answer(contact, true, Channel.PORTAL)).isPresent();
    }

    @Test
    void whatIsSettledInTheBatchItIsAskedInIsNotShown() {
        questions.take(List.of(question), List.of(staffSay("REJECTED")));

        assertThat(shown).isEmpty();
        assertThat(open()).isEmpty();
    }

    @Test
    void theFirstQuestionAboutAContactStays() {
        var second = new RecognitionQuestion(contact, null, "en", "Is it about the same?");
        questions.take(List.of(question), List.of());
        questions.take(List.of(second), List.of(staffSay("ASKED")));

        assertThat(open()).containsExactly(question);
        assertThat(shown).containsOnly(question);
    }

    @Test
    void aQuestionThatComesAfterItsContactWasSettledAndErasedIsNotKept() {
        questions.take(List.of(), List.of(staffSay("AGENT_CONFIRMED")));
        new QuestionData(sql).erase(new UUID[] {contact}, Instant.now());
        questions.take(List.of(question), List.of(staffSay("ASKED")));

        assertThat(open()).isEmpty();
    }

    private List<RecognitionQuestion> open() {
        return store.open(List.of(contact));
    }

    private ContactLinked staffSay(String state) {
        return new ContactLinked(contact, state, new ContactLinked.Who("staff"));
    }
}
