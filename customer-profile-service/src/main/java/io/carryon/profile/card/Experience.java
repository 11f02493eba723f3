package io.carryon.profile.card;

import io.carryon.profile.history.Attempt;
import io.carryon.profile.history.Issue;
import io.carryon.profile.identity.PastContact;
import io.carryon.profile.identity.Promise;
import io.carryon.profile.identity.TicketState;
import io.carryon.profile.identity.TicketWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a customer went through about one issue until a contact arrived, from what is kept of the issue. */
public final class Experience {

    private static final String PHONE = "phone";
    private static final String HUNG_UP = "hangup";
    private static final int MOST_AGENTS = 5;

    private final Arrival arrival;
    private final Optional<Issue> issue;
    private final List<TicketState> tickets;
    private final List<TicketWork> works;
    private final List<PastContact> earlier;
    private final List<Attempt> attempts;
    private final List<PastContact> unanswered;

    /** @param issue the issue the contact is about as it stood, or empty when it is new */
    public Experience(Arrival arrival, Optional<Issue> issue) {
        this.arrival = arrival;
        this.issue = issue;
        this.tickets = issue.map(known -> known.tickets().values().stream()
                        .sorted(Comparator.comparingLong(TicketState::openedAt).thenComparing(TicketState::number))
                        .toList())
                .orElse(List.of());
        this.works = tickets.stream().map(TicketState::workDone).toList();
        this.earlier = earlier(arrival, issue);
        this.attempts = attempts(arrival, issue);
        this.unanswered = unanswered(earlier, attempts, works);
    }

    /** When the contact arrived. */
    Instant now() {
        return arrival.at();
    }

    /** The how manieth contact about the issue it is, from 1. */
    int contactNumber() {
        return issue.map(Issue::contactCount).orElse(0) + 1;
    }

    Instant firstContactAt() {
        return issue.map(Issue::openedAt)
                .or(() -> earlier().stream().map(PastContact::at).findFirst())
                .orElse(now());
    }

    /** The contacts kept of the issue, oldest first, without the one that arrived. */
    List<PastContact> earlier() {
        return earlier;
    }

    private static List<PastContact> earlier(Arrival arrival, Optional<Issue> issue) {
        return issue.map(Issue::latestContacts).orElse(List.of()).stream()
                .filter(past -> !past.contactId().equals(arrival.contact().contactId()))
                .toList()
                .reversed();
    }

    /** The channels of all contacts, one an entry, oldest first. */
    List<String> channels() {
        return Stream.concat(earlier().stream(), Stream.of(arrival.contact()))
                .map(PastContact::channel)
                .toList();
    }

    /** Who answered, the first first, at most 5. */
    List<String> agents() {
        return works.stream()
                .flatMap(work -> work.agents().stream())
                .distinct()
                .limit(MOST_AGENTS)
                .toList();
    }

    /** Who works on the latest ticket, or null. */
    String owner() {
        return tickets.isEmpty() ? null : tickets.getLast().owner();
    }

    /** What the customer tried and gave, this time first. */
    List<Attempt> attempts() {
        return attempts;
    }

    private static List<Attempt> attempts(Arrival arrival, Optional<Issue> issue) {
        var before = issue.map(Issue::attempts).orElse(List.of()).stream()
                .filter(attempt -> !attempt.contactId().equals(arrival.contact().contactId()))
                .toList()
                .reversed();
        return Stream.concat(arrival.attempt().stream(), before.stream()).toList();
    }

    int promised() {
        return works.stream().mapToInt(TicketWork::promised).sum();
    }

    int kept() {
        return works.stream().mapToInt(TicketWork::kept).sum();
    }

    int broken() {
        return works.stream().mapToInt(work -> work.broken(now())).sum();
    }

    /** The latest first. */
    List<Promise> promises() {
        return works.stream()
                .flatMap(work -> work.promises().stream())
                .sorted(Comparator.comparing(Promise::madeAt).reversed())
                .toList();
    }

    /** How often it was not settled although it had seemed so. */
    int reopened() {
        return works.stream().mapToInt(TicketWork::reopened).sum() + Math.max(0, tickets.size() - 1);
    }

    /** Earlier contacts that nobody answered; a call was answered unless the caller hung up while waiting. */
    List<PastContact> unanswered() {
        return unanswered;
    }

    private static List<PastContact> unanswered(
            List<PastContact> earlier, List<Attempt> attempts, List<TicketWork> works) {
        var last = works.stream()
                .flatMap(work -> Stream.of(work.lastReplyAt(), work.resolvedAt()))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return earlier.stream()
                .filter(past -> past.at().isAfter(last) && !spoken(past, attempts))
                .toList();
    }

    private static boolean spoken(PastContact past, List<Attempt> attempts) {
        return PHONE.equals(past.channel())
                && attempts.stream()
                        .noneMatch(attempt ->
                                attempt.contactId().equals(past.contactId()) && HUNG_UP.equals(attempt.trigger()));
    }

    /** How long the customer waited for first answers, and is waiting now. */
    Duration waited() {
        var answered = tickets.stream()
                .filter(ticket -> ticket.workDone().firstReplyAt() != null)
                .map(Experience::firstResponse)
                .reduce(Duration.ZERO, Duration::plus);
        return unanswered().stream()
                .findFirst()
                .map(past -> answered.plus(positive(Duration.between(past.at(), now()))))
                .orElse(answered);
    }

    /** From the ticket's opening to the first reply. */
    static Duration firstResponse(TicketState ticket) {
        return positive(Duration.between(
                Instant.ofEpochMilli(ticket.openedAt()), ticket.workDone().firstReplyAt()));
    }

    /** Clocks of two machines may differ; nobody waited less than nothing. */
    private static Duration positive(Duration time) {
        return time.isNegative() ? Duration.ZERO : time;
    }
}
