package io.carryon.ticketing.composing;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.ticketing.conversation.Advice;
import io.carryon.ticketing.wording.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyLintTest {

    private static final String PROBLEM = "The invoice of May charges my device twice.";

    private static final String WHOLE = """
            Dear Ms Weber,

            you wrote that the invoice of May charges your device twice. I am sorry for the trouble.

            We have corrected it. You will hear from us by Friday.""";

    @Test
    void aReplyWithAllOfItLacksNothing() {
        assertThat(ReplyLint.of(first(WHOLE))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dear Ms Weber | Dear customer | greeting",
                "you wrote that the invoice of May charges your device twice | thank you for writing | restatement",
                "I am sorry for the trouble. | | acknowledgement",
                "You will hear from us by Friday. | | next-step",
                "by Friday | by {{next-update-by}} | placeholders",
            })
    void whatIsTakenOutIsNamed(String what, String instead, String rule) {
        var text = WHOLE.replace(what, instead == null ? "" : instead);

        assertThat(ReplyLint.of(first(text))).extracting(Advice::rule).containsExactly(rule);
    }

    @Test
    void anAcknowledgementAfterTheSolutionComesTooLate() {
        var late = "Dear Ms Weber, the invoice of May charged your device twice. " + "We changed a line. ".repeat(40)
                + "We are sorry. You will hear from us.";

        assertThat(ReplyLint.of(first(late))).extracting(Advice::rule).containsExactly("acknowledgement");
    }

    @Test
    void anotherLanguageThanTheCustomersIsNoticedAndAPromiseIsANextStep() {
        var german =
                "Guten Tag Frau Weber, die Rechnung vom May (invoice charges device twice) ist falsch. Das tut mir leid.";

        assertThat(ReplyLint.of(new ReplyDraft(german, Language.EN, "Maria Weber", PROBLEM, true, true)))
                .extracting(Advice::rule)
                .containsExactly("language");
    }

    @Test
    void aLaterReplyNeedsNoGreetingAndNoRestatement() {
        var draft = new ReplyDraft("I will call you.", Language.EN, "Maria Weber", PROBLEM, false, false);

        assertThat(ReplyLint.of(draft)).isEmpty();
    }

    @Test
    void nobodyIsGreetedByANameThatNobodyKnows() {
        var draft = new ReplyDraft(WHOLE.replace("Ms Weber", "customer"), Language.EN, null, PROBLEM, true, false);

        assertThat(ReplyLint.of(draft)).isEmpty();
    }

    private static ReplyDraft first(String text) {
        return new ReplyDraft(text, Language.EN, "Maria Weber", PROBLEM, true, false);
    }
}
