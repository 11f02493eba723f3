package io.carryon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AskedRequestTest {

    private static final AskedRequest ANSWERED =
            new AskedRequest("7K3M-Q0ZD-2F9T-XW5B", "The invoice is wrong", "1004273", "We look into it");
    private static final AskedRequest UNANSWERED =
            new AskedRequest("7K3M-Q0ZD-2F9T-XW5B", "The invoice is wrong", "1004273", null);
    private static final String QUESTION = "{\"from\":\"you\",\"text\":\"The invoice is wrong\"}";
    private static final String ANSWER = "{\"from\":\"support\",\"text\":\"Hello,\\nWe look into it\\nAnna\"}";

    @Test
    void takesAllThatWasSaid() {
        assertThat(ANSWERED.fault(view("7K3M-Q0ZD-2F9T-XW5B", "1004273", QUESTION + "," + ANSWER)))
                .isEmpty();
        assertThat(UNANSWERED.fault(view("7K3M-Q0ZD-2F9T-XW5B", "1004273", QUESTION)))
                .isEmpty();
    }

    @Test
    void findsWhatIsMissingTooMuchOrAnothers() {
        assertThat(ANSWERED.fault(view("7K3M-Q0ZD-2F9T-XW5B", "1004273", QUESTION)))
                .contains("not as many messages as were said");
        assertThat(UNANSWERED.fault(view("7K3M-Q0ZD-2F9T-XW5B", "1004273", QUESTION + "," + ANSWER)))
                .contains("not as many messages as were said");
        assertThat(ANSWERED.fault(view("7K3M-Q0ZD-2F9T-XW5B", "1004273", ANSWER + "," + QUESTION)))
                .contains("other words than were said");
        assertThat(ANSWERED.fault(view("0000-0000-0000-0000", "1004273", QUESTION + "," + ANSWER)))
                .contains("another request");
        assertThat(ANSWERED.fault(view("7K3M-Q0ZD-2F9T-XW5B", "1", QUESTION + "," + ANSWER)))
                .contains("another ticket, or none");
    }

    @Test
    void findsRefusalsAndWhatIsNoAnswer() {
        assertThat(ANSWERED.fault(new Http.Answer(503, "{}"))).contains("answered 503");
        assertThat(ANSWERED.fault(new Http.Answer(200, "<html>"))).contains("no JSON");
    }

    private static Http.Answer view(String reference, String ticketNumber, String messages) {
        return new Http.Answer(
                200,
                "{\"reference\":\"%s\",\"ticketNumber\":\"%s\",\"messages\":[%s]}"
                        .formatted(reference, ticketNumber, messages));
    }
}
