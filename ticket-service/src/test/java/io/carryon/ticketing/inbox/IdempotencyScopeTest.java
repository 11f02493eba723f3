package io.carryon.ticketing.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carryon.ticketing.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyScopeTest {

    @Test
    void aQuotedKeyIsTheSameAsAnUnquotedOne() {
        assertThat(IdempotencyKeys.scope("a", "/p", "\"k-1\"")).isEqualTo(IdempotencyKeys.scope("a", "/p", "k-1"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "\"\"", "with blank", "umläut"})
    void aKeyMustBeThereAndVisible(String header) {
        assertThatThrownBy(() -> IdempotencyKeys.scope("a", "/p", header)).isInstanceOf(ProblemException.class);
    }
}
