package io.carryon.gateway.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A message as a provider's documentation shows it, and what has to come of it. */
public record MessageCase(
        String what,
        ObjectNode posted,
        String text,
        String quotes,
        String topic,
        @JsonProperty("aside") boolean isAside,
        List<List<String>> media) {

    /** All of a channel's, from {@code src/test/resources/channels}. */
    public static Stream<MessageCase> of(String channel) throws IOException {
        var file = Path.of("src/test/resources/channels", channel + ".json").toFile();
        return Arrays.stream(new ObjectMapper().readValue(file, MessageCase[].class));
    }

    /** Compares what was read. */
    public void check(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Said.class);
        var message = ((Reading.Said) reading).message();
        assertThat(message.text()).isEqualTo(text);
        assertThat(message.quotes()).isEqualTo(quotes);
        assertThat(message.topic()).isEqualTo(topic);
        assertThat(message.isAside()).isEqualTo(isAside);
        assertThat(message.media().stream()
                        .map(file -> Arrays.asList(file.id(), file.name(), file.mediaType()))
                        .toList())
                .isEqualTo(media == null ? List.of() : media);
    }

    @Override
    public String toString() {
        return what;
    }
}
