package io.carryon.bench.history;

import io.carryon.profile.history.Attempt;
import io.carryon.profile.history.TimelineEntry;
import io.carryon.profile.identity.PastContact;
import io.carryon.profile.identity.Promise;
import io.carryon.profile.identity.TicketState;
import io.carryon.profile.identity.TicketWork;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What invented customers say and are answered, as long as what real ones write. */
final class Words {

    private static final List<String> CHANNELS = List.of("phone", "email", "email", "chat", "portal");
    private static final List<String> SOME = List.of(
            "router",
            "invoice",
            "since Monday",
            "the line drops",
            "refund",
            "delivery",
            "charged twice",
            "order",
            "please call",
            "still waiting",
            "no answer",
            "technician",
            "contract",
            "address",
            "password",
            "parcel");
    private static final int DAY = 24 * 3_600;

    private Words() {}

    static String channel(Random random) {
        return CHANNELS.get(random.nextInt(CHANNELS.size()));
    }

    static String subject(Random random) {
        return words(random, 4);
    }

    static String excerpt(Random random) {
        return words(random, 5 + random.nextInt(20));
    }

    private static String words(Random random, int count) {
        return random.ints(count, 0, SOME.size()).mapToObj(SOME::get).collect(Collectors.joining(" "));
    }

    /** What a caller typed before a person answered. */
    static Optional<Attempt> attempt(PastContact contact, Random random) {
        if (!"phone".equals(contact.channel())) {
            return Optional.empty();
        }
        return Optional.of(new Attempt(
                contact.contactId(),
                contact.at(),
                "phone",
                List.of("root", "billing"),
                "dtmf0",
                List.of(new Attempt.Given("order", Integer.toString(random.nextInt(1_000_000))))));
    }

    /** The work on a ticket after one more answer, up to two days later, and sometimes a rating. */
    static TicketWork answered(Optional<TicketState> ticket, Instant at, Random random) {
        var answer = at.plusSeconds(60L + random.nextInt(2 * DAY));
        var promise = random.nextInt(3) == 0
                ? new Promise("We tell you more tomorrow.", answer, answer.plusSeconds(DAY), null)
                : null;
        var work = ticket.map(TicketState::workDone)
                .orElse(TicketWork.NONE)
                .replied("Agent " + random.nextInt(40), promise, answer);
        return random.nextInt(4) == 0 ? work.rated(1 + random.nextInt(5), answer) : work;
    }

    static TimelineEntry entry(PastContact contact) {
        return new TimelineEntry(
                "contact",
                contact.at(),
                contact.channel(),
                contact.subject(),
                contact.excerpt(),
                contact.issueId(),
                null,
                contact.contactId(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static TimelineEntry reply(UUID reply, TicketState ticket, UUID issue, TicketWork work) {
        return new TimelineEntry(
                "reply",
                work.lastReplyAt(),
                "email",
                ticket.subject(),
                "We are sorry, and look into it.",
                issue,
                ticket.number(),
                null,
                reply,
                ticket.ticketId(),
                "REPLIED",
                null,
                work.agents().getLast(),
                null);
    }

    /** The list with one more, of which the last {@code most} stay. */
    static <T> List<T> last(List<T> before, T next, int most) {
        var all = Stream.concat(before.stream(), Stream.of(next)).toList();
        return all.subList(Math.max(0, all.size() - most), all.size());
    }
}
