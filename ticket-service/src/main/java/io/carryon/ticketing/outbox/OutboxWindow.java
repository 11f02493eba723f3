package io.carryon.ticketing.outbox;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * The next rows of the log, in the order of their transactions. Within a ticket events go out in the order of their
 * revisions, whichever transaction began first: a row that overtakes goes with the one before it or waits for it.
 *
 * @param settled rows that no open transaction can get company for, in the order of transactions
 * @param unsettled whether rows follow that have to wait for an older transaction
 * @param cut whether more may follow that were not read
 */
record OutboxWindow(List<StoredRow> settled, boolean unsettled, boolean cut) {

    /** The rows that can go out now; the position moves to the last of them. */
    List<StoredRow> ready() {
        var places = new HashMap<String, Integer>();
        for (var at = 0; at < settled.size(); at++) {
            places.put(settled.get(at).name(), at);
        }
        var end = settled.size();
        for (var at = 0; at < end; at++) {
            var row = settled.get(at);
            if (row.overtakes() && places.getOrDefault(row.nameOfTheOneBefore(), end) >= end) {
                end = at;
                // What stands further up may have counted on a row that is now outside.
                at = -1;
            }
        }
        return settled.subList(0, end);
    }

    /** Rows in the order they go out: sequence numbers are drawn while the ticket is locked. */
    static List<StoredRow> inOrderOfRevisions(List<StoredRow> rows) {
        return rows.stream()
                .sorted(Comparator.comparingLong(row -> row.position().seq()))
                .toList();
    }
}
