package io.carryon.gateway.phone.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.gateway.phone.line.Deadline;
import io.carryon.gateway.phone.menu.WalkState;
import io.quarkus.runtime.configuration.PathConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InsteadStepTest {

    private static final WalkState STATE = new WalkState("root", "en", 0, 0, Map.of(), List.of("root"));
    private static final Verb CLOSED = Verb.say("en", "We are closed right now.");

    @Test
    void outsideTheHoursACallerIsOfferedACallbackAMessageAndToWaitAllTheSame() {
        var gather = InsteadStep.offer(request("", ""), STATE, "billing", List.of(CLOSED))
                .getFirst();

        assertThat(gather.name()).isEqualTo("Gather");
        assertThat(gather.inner().getFirst()).isEqualTo(CLOSED);
        assertThat(gather.inner().getLast().text())
                .contains("press 1")
                .contains("press 2")
                .contains("press 0");
    }

    @ParameterizedTest
    @CsvSource({
        "1, c=1, Redirect",
        "2, c=1, Gather",
        "0, c=1, Enqueue",
        "'', c=1, Hangup",
        "'', q=billing, Enqueue",
        "0, q=billing, Enqueue"
    })
    void silenceWaitsUnlessItIsClosed(String key, String address, String verb) {
        var verbs = new InsteadStep().answer(request(key, "q=billing&n=root&l=en&p=root&" + address));

        assertThat(verbs).extracting(Verb::name).contains(verb);
    }

    private static TwilioRequest request(String key, String address) {
        var connection = new SmallRyeConfigBuilder()
                .withConverter(Path.class, 200, new PathConverter())
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "carryon.twilio.connections.main.account-sid",
                                "AC1",
                                "carryon.twilio.connections.main.public-url",
                                "https://voice.example.org"),
                        "test",
                        100))
                .withMapping(TwilioConfig.class)
                .build()
                .getConfigMapping(TwilioConfig.class)
                .connections()
                .get("main");
        var told = FormWords.read("CallSid=CA1&AccountSid=AC1&From=%2B49301234567&Digits=" + key);
        return new TwilioRequest(
                "main", connection, told, FormWords.read(address), "support", Deadline.in(Duration.ZERO));
    }
}
