package io.carryon.ticketing.search;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/** A line of a file of comma-separated values (RFC 4180), which a spreadsheet opens without running anything. */
final class CsvRow {

    /** What spreadsheets take for the beginning of a formula. */
    private static final String FORMULA = "=+-@\t\r";

    static final String HEADER = line(
            "number",
            "subject",
            "status",
            "queue",
            "owner",
            "priority",
            "channel",
            "customer",
            "opened",
            "updated",
            "id",
            "issue",
            "customerId");

    private CsvRow() {}

    static String of(TicketSummary ticket) {
        return line(
                ticket.number(),
                ticket.subject(),
                ticket.status(),
                ticket.queue(),
                ticket.owner(),
                ticket.priority(),
                ticket.channel(),
                ticket.customerName(),
                ticket.openedAt(),
                ticket.updatedAt(),
                ticket.id(),
                ticket.issueId(),
                ticket.customerId());
    }

    private static String line(Object... values) {
        return Arrays.stream(values)
                .map(value -> cell(Objects.toString(value, "")))
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A value that looks like a formula gets an apostrophe before it, which spreadsheets read as: this is text. */
    static String cell(String value) {
        var harmless = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        var plain = harmless.chars()
                .noneMatch(letter -> letter == ',' || letter == '"' || letter == '\r' || letter == '\n');
        return plain && harmless.equals(value) ? value : '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
