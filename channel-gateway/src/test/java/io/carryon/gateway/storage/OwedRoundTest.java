package io.carryon.gateway.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class OwedRoundTest {

    private final List<String> published = new ArrayList<>();
    private final List<String> putBehind = new ArrayList<>();

    @Test
    void oneThatTheDatabaseRefusesForGoodHoldsBackNoneBehindIt() {
        var round = round(failingAt("second", new StorageException(new SQLException("too long", "22001"))));

        assertThat(round).isEqualTo(new OwedRound(3, 2, true));
        assertThat(published).containsExactly("first", "third");
        assertThat(putBehind).containsExactly("second");
    }

    @Test
    void oneThatFailsForAReasonOfItsOwnHoldsBackNoneBehindIt() {
        assertThat(round(failingAt("second", new IllegalStateException("of its own"))))
                .isEqualTo(new OwedRound(3, 2, true));
        assertThat(putBehind).containsExactly("second");
    }

    @Test
    void aDatabaseThatIsAwayEndsTheRound() {
        var away = new StorageException(new SQLException("terminating connection", "57P01"));

        assertThatThrownBy(() -> round(failingAt("second", away))).isSameAs(away);
        assertThat(published).containsExactly("first");
        assertThat(putBehind).isEmpty();
    }

    @Test
    void aBrokerThatIsAwayEndsTheRound() {
        assertThat(round(owed -> !owed.equals("second") && published.add(owed))).isEqualTo(new OwedRound(3, 1, false));
        assertThat(putBehind).containsExactly("second");
    }

    private OwedRound round(Predicate<String> publish) {
        return OwedRound.of(List.of("first", "second", "third"), publish, putBehind::add);
    }

    private Predicate<String> failingAt(String one, RuntimeException failure) {
        return owed -> {
            if (owed.equals(one)) {
                throw failure;
            }
            return published.add(owed);
        };
    }
}
