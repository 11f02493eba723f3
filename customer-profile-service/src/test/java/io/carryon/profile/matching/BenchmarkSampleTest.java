package io.carryon.profile.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A small part of the benchmark, so that quality cannot fall unseen; the licences stand beside the files. */
class BenchmarkSampleTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final IdentityMatcher matcher = new IdentityMatcher();

    private static List<JsonNode> lines(String file) {
        var stream = Objects.requireNonNull(BenchmarkSampleTest.class.getResourceAsStream("/benchmark/" + file));
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().map(BenchmarkSampleTest::parsed).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Verdict verdict(JsonNode pair) {
        return matcher.decide(MatchingFixtures.of(pair.path("a")), MatchingFixtures.of(pair.path("b")))
                .verdict();
    }

    @Test
    void nobodyIsMergedWithSomebodyElse() {
        assertThat(lines("identity.jsonl"))
                .filteredOn(pair -> !pair.path("label").asText().equals("same"))
                .isNotEmpty()
                .noneMatch(pair -> verdict(pair) == Verdict.MERGE);
    }

    @Test
    void mostWhoAreOneAreMergedAndNearlyAllAreFound() {
        var same = lines("identity.jsonl").stream()
                .filter(pair -> pair.path("label").asText().equals("same"))
                .map(this::verdict)
                .toList();

        assertThat(same).filteredOn(Verdict.MERGE::equals).hasSizeGreaterThanOrEqualTo(same.size() * 85 / 100);
        assertThat(same).filteredOn(Verdict.SEPARATE::equals).hasSizeLessThanOrEqualTo(same.size() * 4 / 100);
    }

    @Test
    void staffAreNotFloodedWithPeopleWhoDiffer() {
        var different = lines("identity.jsonl").stream()
                .filter(pair -> pair.path("label").asText().equals("different"))
                .map(this::verdict)
                .toList();

        assertThat(different).filteredOn(Verdict.SUGGEST::equals).hasSizeLessThanOrEqualTo(different.size() / 10);
    }

    @Test
    void phoneNumbersAreReadRight() {
        assertThat(lines("phones.jsonl"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(MatchingFixtures.PHONES.e164(
                                line.path("raw").asText(),
                                line.path("tenant_region").asText()))
                        .contains(line.path("e164").asText()));
    }
}
