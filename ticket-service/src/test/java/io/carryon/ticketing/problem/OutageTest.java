package io.carryon.ticketing.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40P01", "40001", "53300", "57P01", "58030"})
    void whatPassesIsAReasonToComeAgain(String state) {
        var failure = new IllegalStateException(new SQLException("no", state));

        assertThat(Outage.causedBy(failure)).isTrue();
        assertThat(OutageProblem.of(failure, "PUT").retryAfter()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22021", "23505", "42501"})
    void whatStaysIsNone(String state) {
        assertThat(Outage.causedBy(new IllegalStateException(new SQLException("no", state))))
                .isFalse();
    }
}
