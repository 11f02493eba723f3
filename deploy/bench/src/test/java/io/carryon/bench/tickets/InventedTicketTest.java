package io.carryon.bench.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InventedTicketTest {

    private static final Instant END = Instant.parse("2026-10-01T08:00:00Z");

    private final InventedTickets tickets = InventedTickets.until(END);

    @Test
    void aThousandTicketsHaveFiveThousandEntriesAndAreTheSameEveryTime() {
        var entries = IntStream.range(0, 1_000)
                .mapToObj(tickets::at)
                .mapToInt(ticket -> ticket.said().size())
                .sum();

        assertThat(entries).isEqualTo(5_000);
        assertThat(rows(17)).isEqualTo(rows(17));
    }

    @Test
    void nothingHasAnotherOnesIdOrNumber() {
        Set<Object> ids = new HashSet<>();
        for (var place = 0; place < 2_000; place++) {
            var ticket = tickets.at(place);
            assertThat(ids.add(ticket.id())).isTrue();
            assertThat(ids.add(ticket.number())).isTrue();
            ticket.said().forEach(said -> assertThat(ids.add(said.id())).isTrue());
        }
    }

    @Test
    void nothingHappensAfterTheEndNorBeforeWhatWentBefore() {
        for (var place = 0; place < 2_000; place++) {
            var ticket = tickets.at(place);
            assertThat(ticket.updatedAt()).isBetween(ticket.openedAt(), END);
            assertThat(ticket.said()).extracting(InventedTicket.Said::at).isSorted();
        }
    }

    @Test
    void everyTableHasAValueForEachColumn() {
        TicketTables.rows(
                tickets.at(123_456),
                (table, values) -> assertThat(values).hasSameSizeAs(TicketTables.COLUMNS.get(table)));
    }

    private TreeMap<String, List<Object>> rows(int place) {
        var rows = new TreeMap<String, List<Object>>();
        TicketTables.rows(
                tickets.at(place),
                (table, values) -> rows.put(table + " " + values[0], java.util.Arrays.asList(values)));
        return rows;
    }
}
