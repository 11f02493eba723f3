package io.carryon.profile.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carryon.profile.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    @Test
    void quotedAndBareAreTheSameKey() {
        assertThat(IdempotencyKey.of("\"k-1\"")).isEqualTo(IdempotencyKey.of(" k-1 "));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"two words", "schlüssel"})
    void anythingElseIsRefused(String header) {
        assertThatThrownBy(() -> IdempotencyKey.of(header)).isInstanceOf(ProblemException.class);
    }
}
