package io.carryon.ticketing.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutboxWindowTest {

    private static final UUID TICKET = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    @Test
    void whatOvertakesGoesWithTheOneBeforeIt() {
        var window = window(overtaking(TICKET, 3, 12), row(OTHER, 7, 10), row(TICKET, 2, 11));

        assertThat(names(window.ready())).containsExactly("T3", "O7", "T2");
        assertThat(names(OutboxWindow.inOrderOfRevisions(window.ready()))).containsExactly("O7", "T2", "T3");
    }

    @Test
    void whatOvertakesWaitsForOneThatIsNotThere() {
        assertThat(names(window(row(OTHER, 7, 10), overtaking(TICKET, 3, 12)).ready()))
                .containsExactly("O7");
        assertThat(window(overtaking(TICKET, 3, 12), row(OTHER, 7, 10)).ready()).isEmpty();
    }

    @Test
    void whoeverCountedOnOneThatHasToWaitWaitsToo() {
        var window = window(row(OTHER, 6, 9), overtaking(TICKET, 3, 12), overtaking(OTHER, 8, 20), row(TICKET, 2, 11));

        assertThat(names(window.ready())).containsExactly("O6");
    }

    private static OutboxWindow window(StoredRow... rows) {
        return new OutboxWindow(List.of(rows), false, false);
    }

    private static StoredRow row(UUID ticket, int revision, long seq) {
        return row(ticket, revision, seq, false);
    }

    private static StoredRow overtaking(UUID ticket, int revision, long seq) {
        return row(ticket, revision, seq, true);
    }

    private static StoredRow row(UUID ticket, int revision, long seq, boolean overtakes) {
        return new StoredRow(
                ticket,
                revision,
                "NOTED",
                "{}",
                "{}",
                "SYSTEM",
                null,
                null,
                Instant.EPOCH,
                null,
                null,
                new OutboxPosition(0, "1", seq),
                overtakes);
    }

    private static Stream<String> names(List<StoredRow> rows) {
        return rows.stream().map(row -> (row.ticketId().equals(TICKET) ? "T" : "O") + row.revision());
    }
}
