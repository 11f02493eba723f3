package io.carryon.ticketing.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The stretches of time into which tickets are sorted for searching: eras of 2 days, and long ones of 16 of them
 * (V16__search.sql). Each ticket has its eras among its words, so a word's newest tickets are found alone.
 */
final class Eras {

    private static final long ERA_SECONDS = Duration.ofDays(2).toSeconds();
    private static final long LONG = 16;

    /** Clocks differ. */
    private static final long AHEAD = 1;

    private static final List<Integer> LENGTHS = List.of(1, 3, 12);
    private static final List<Integer> LONG_LENGTHS = List.of(2, 3, 5, 9);

    private Eras() {}

    /**
     * What to ask for in turn, newest first: each holds all that was changed (or opened) after some time, as far back as
     * it reaches; the last one holds all there is and is null.
     */
    static List<String> backFrom(Instant latest, TicketSort sort) {
        var which = sort == TicketSort.opened ? 'o' : 'u';
        var era = Math.floorDiv(latest.getEpochSecond(), ERA_SECONDS);
        var all = new ArrayList<String>();
        for (var length : LENGTHS) {
            all.add(words(which, era - length + 1, era + AHEAD));
        }
        var longEra = Math.floorDiv(era + AHEAD, LONG);
        LONG_LENGTHS.forEach(length -> all.add(words(Character.toUpperCase(which), longEra - length + 1, longEra)));
        all.add(null);
        return all;
    }

    private static String words(char which, long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(era -> "'@" + which + era + '\'')
                .collect(Collectors.joining(" | "));
    }
}
