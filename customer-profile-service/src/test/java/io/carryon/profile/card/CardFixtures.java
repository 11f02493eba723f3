package io.carryon.profile.card;

import io.carryon.profile.history.Attempt;
import io.carryon.profile.history.Issue;
import io.carryon.profile.history.SelfService;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.PastContact;
import io.carryon.profile.identity.PastIssue;
import io.carryon.profile.identity.Preferences;
import io.carryon.profile.identity.Promise;
import io.carryon.profile.identity.TicketState;
import io.carryon.profile.identity.TicketWork;
import io.carryon.profile.identity.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Histories in the words of the domain. */
final class CardFixtures {

    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    static final UUID ISSUE = UUID.randomUUID();

    private CardFixtures() {}

    static Instant hoursAgo(int hours) {
        return NOW.minus(Duration.ofHours(hours));
    }

    static PastContact contact(String channel, Instant at, String text) {
        return new PastContact(UUID.randomUUID(), channel, at, text, text, ISSUE, null);
    }

    static Arrival arrival(String channel) {
        return new Arrival(contact(channel, NOW, "Router"), null, Optional.empty());
    }

    static TicketState ticket(Instant opened, String status, TicketWork work) {
        return new TicketState(opened.toEpochMilli(), 9, UUID.randomUUID(), "100013", status, "Router", "amy", work);
    }

    static Issue issue(List<PastContact> contacts, List<Attempt> attempts, TicketState... tickets) {
        return new Issue(
                ISSUE,
                UUID.randomUUID(),
                "Router",
                "email",
                contacts.getFirst().at(),
                contacts.size(),
                contacts,
                List.of(tickets).stream()
                        .collect(Collectors.toMap(ticket -> ticket.ticketId().toString(), ticket -> ticket)),
                null,
                null,
                attempts);
    }

    static <T> List<T> times(int count, IntFunction<T> of) {
        return IntStream.range(0, count).mapToObj(of).toList();
    }

    /** Of a script with three bytes a character, escaped where JSON escapes. */
    static String longText(int length) {
        return "\"我的路由器每天都断线".repeat(length).substring(0, length);
    }

    /** What is kept of ten thousand contacts, everything as long as it may be. */
    static Customer customerAtItsBounds() {
        var issues = times(
                        20,
                        i -> new PastIssue(
                                UUID.randomUUID(),
                                longText(200),
                                hoursAgo(i),
                                new TicketState(
                                        i,
                                        900,
                                        UUID.randomUUID(),
                                        "10001" + i,
                                        "WAITING_FOR_CUSTOMER",
                                        longText(1000),
                                        longText(100),
                                        busyWork())))
                .stream()
                .collect(Collectors.toMap(issue -> issue.issueId().toString(), issue -> issue));
        return new Customer(
                UUID.randomUUID(),
                longText(200),
                hoursAgo(9_000),
                10_000,
                Map.of(),
                times(
                        30,
                        i -> new PastContact(
                                UUID.randomUUID(),
                                "portal",
                                hoursAgo(i),
                                longText(200),
                                longText(300),
                                ISSUE,
                                "100013")),
                issues,
                Map.of(),
                Map.of(),
                null,
                null,
                0,
                Tier.VIP,
                new Preferences("zh-Hant-TW", "portal", longText(60)),
                null,
                null,
                null);
    }

    static Issue issueAtItsBounds() {
        var contacts = times(
                12,
                i -> new PastContact(
                        UUID.randomUUID(),
                        i % 2 == 0 ? "phone" : "chat",
                        hoursAgo(100 - i),
                        longText(200),
                        longText(300),
                        ISSUE,
                        "100013"));
        return issue(
                contacts,
                times(5, i -> attempt(contacts.get(i).contactId(), hoursAgo(100 - i))),
                ticket(hoursAgo(400), "CLOSED", busyWork()),
                ticket(hoursAgo(200), "OPEN", busyWork()));
    }

    static Attempt attempt(UUID contact, Instant at) {
        return new Attempt(
                contact,
                at,
                "phone",
                times(12, step -> longText(40)),
                "max-retries",
                times(10, i -> new Attempt.Given(longText(40), longText(80))),
                new SelfService(
                        times(5, i -> new SelfService.Search(longText(80), i, at)),
                        times(5, i -> new SelfService.Read(UUID.randomUUID(), longText(80), false, at)),
                        true));
    }

    private static TicketWork busyWork() {
        var work = TicketWork.NONE;
        for (int i = 0; i < 9; i++) {
            work = work.replied(
                    i + longText(79),
                    new Promise(longText(120), hoursAgo(90 - i), hoursAgo(90), null),
                    hoursAgo(90 - i));
        }
        return work.resolved(hoursAgo(50)).openAgain().rated(1, hoursAgo(40));
    }
}
