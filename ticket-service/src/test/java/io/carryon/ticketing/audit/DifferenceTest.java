package io.carryon.ticketing.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void onlyWhatDiffersIsTold() throws Exception {
        var differs = Difference.of(
                json("{\"status\":\"NEW\",\"queue\":\"support\",\"old\":1}"),
                json("{\"status\":\"OPEN\",\"queue\":\"support\",\"owner\":null}"));

        assertThat(differs.before()).isEqualTo(json("{\"status\":\"NEW\",\"old\":1}"));
        assertThat(differs.after()).isEqualTo(json("{\"status\":\"OPEN\",\"owner\":null}"));
    }

    @Test
    void whatIsNewOrGoneIsToldWhole() throws Exception {
        var one = json("{\"status\":\"NEW\"}");

        assertThat(Difference.of(null, one)).isEqualTo(new Difference(null, one));
        assertThat(Difference.of(one, null)).isEqualTo(new Difference(one, null));
    }
}
