package io.carryon.ticketing.outbox;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the log: the epoch (one for each server the log has lived on), the transaction id (PostgreSQL's xid8,
 * unsigned, as text) and the sequence number.
 */
public record OutboxPosition(int epoch, String xid, long seq) implements Comparable<OutboxPosition> {

    /** Before the first row. */
    public static final OutboxPosition START = new OutboxPosition(0, "0", 0);

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,9})-([0-9]{1,19})-([0-9]{1,18})");

    private static final Comparator<OutboxPosition> ORDER = Comparator.comparingInt(OutboxPosition::epoch)
            .thenComparing(place -> Long.parseUnsignedLong(place.xid()), Long::compareUnsigned)
            .thenComparingLong(OutboxPosition::seq);

    /** Reads what {@link #toString()} wrote; nothing from any other text. */
    public static Optional<OutboxPosition> parse(String written) {
        return Optional.of(WRITTEN.matcher(written))
                .filter(Matcher::matches)
                .map(found -> new OutboxPosition(
                        Integer.parseInt(found.group(1)), found.group(2), Long.parseLong(found.group(3))));
    }

    @Override
    public int compareTo(OutboxPosition other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return epoch + "-" + xid + "-" + seq;
    }
}
