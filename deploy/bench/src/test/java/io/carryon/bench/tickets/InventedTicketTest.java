package io.carryon.bench.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InventedTicketTest {

    @Test
    void aThousandTicketsHaveFiveThousandEntriesAndAreTheSameEveryTime() {
        var entries = IntStream.range(0, 1_000)
                .mapToObj(InventedTicket::new)
                .mapToInt(ticket -> ticket.said().size())
                .sum();

        assertThat(entries).isEqualTo(5_000);
        assertThat(rows(17)).isEqualTo(rows(17));
    }

    @Test
    void nothingHasAnotherOnesIdOrNumber() {
        Set<Object> ids = new HashSet<>();
        for (var place = 0; place < 2_000; place++) {
            var ticket = new InventedTicket(place);
            assertThat(ids.add(ticket.id())).isTrue();
            assertThat(ids.add(ticket.number())).isTrue();
            ticket.said().forEach(said -> assertThat(ids.add(said.id())).isTrue());
        }
    }

    @Test
    void everyTableHasAValueForEachColumn() {
        TicketTables.rows(
                new InventedTicket(123_456),
                (table, values) -> assertThat(values).hasSameSizeAs(TicketTables.COLUMNS.get(table)));
    }

    private static TreeMap<String, List<Object>> rows(int place) {
        var rows = new TreeMap<String, List<Object>>();
        TicketTables.rows(
                new InventedTicket(place),
                (table, values) -> rows.put(table + " " + values[0], java.util.Arrays.asList(values)));
        return rows;
    }
}
