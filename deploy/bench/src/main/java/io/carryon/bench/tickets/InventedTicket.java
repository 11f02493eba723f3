package io.carryon.bench.tickets;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * A ticket with its conversation and its log, which follow from its place: 0 is the newest. Of five neighbours one has
 * three entries, one four, and so on to seven.
 */
final class InventedTicket {

    private static final List<String> CHANNELS =
            List.of("EMAIL", "EMAIL", "EMAIL", "EMAIL", "EMAIL", "PORTAL", "PORTAL", "PHONE", "CHAT", "CHAT");
    private static final List<String> QUEUES = List.of("support", "support", "billing", "technical");
    private static final List<String> LIVE = List.of("OPEN", "OPEN", "WAITING_FOR_CUSTOMER", "ON_HOLD", "NEW");
    private static final int AGENTS = 40;

    /** Something said. */
    record Said(
            UUID id,
            int position,
            boolean byCustomer,
            boolean note,
            Instant at,
            UUID contactId,
            String channel,
            String author,
            String authorName,
            String text) {}

    /** Something that happened; {@code payload} is told without what does not matter here. */
    record Happened(int revision, String type, Map<String, Object> payload, String status, String by, Instant at) {}

    private final int place;
    private final Random random;
    private final Vocabulary language;
    private final List<Said> said = new ArrayList<>();
    private final List<Happened> happened = new ArrayList<>();
    private final Instant openedAt;
    private final Instant end;
    private final UUID id;
    private final UUID customerId;
    private final String customerName;
    private final String subject;
    private final String queue;
    private final String agent;
    private String status = "NEW";
    private Instant now;

    /** @param end after which nothing has happened */
    InventedTicket(int place, Instant openedAt, Instant end) {
        this.place = place;
        this.random = new Random(place * 31L + 7);
        this.language = Vocabulary.chosen(random);
        this.openedAt = openedAt;
        this.end = end;
        this.id = TicketIds.ticket(place, openedAt);
        this.customerId = TicketIds.customer(place / 3);
        this.customerName = language.name(random);
        this.subject = language.subject(random, customerName);
        this.queue = QUEUES.get(random.nextInt(QUEUES.size()));
        this.agent = "agent-" + (1 + random.nextInt(AGENTS));
        this.now = openedAt;
        talk(3 + place % 5);
    }

    private void talk(int entries) {
        contact(true);
        for (var turn = 1; turn < entries; turn++) {
            var left = Duration.between(now, end).toSeconds();
            now = now.plusSeconds(Math.min(left / 2, 600L + random.nextInt(24 * 3_600)));
            switch (turn % 3) {
                case 1 -> reply();
                case 2 -> contact(false);
                default -> note();
            }
        }
        settle();
    }

    private void contact(boolean first) {
        var contact = TicketIds.contact(place, said.size(), now);
        var channel = CHANNELS.get(random.nextInt(CHANNELS.size()));
        var entry = TicketIds.entry(place, said.size(), now);
        happened(
                first ? "OPENED" : "CONTACT_ADDED",
                Json.map(
                        "contactId",
                        contact,
                        "entryId",
                        entry,
                        "channel",
                        channel.toLowerCase(Locale.ROOT),
                        "receivedAt",
                        now,
                        "topic",
                        null),
                customerId.toString());
        said.add(new Said(
                entry,
                happened.size(),
                true,
                false,
                now,
                contact,
                channel,
                "mailto:" + address(),
                customerName,
                language.customer(random, customerName)));
    }

    private void reply() {
        status = "OPEN";
        var entry = TicketIds.entry(place, said.size(), now);
        var text = language.staff(random, customerName);
        var answered = contacts().getLast();
        happened(
                "REPLIED",
                Json.map(
                        "replyId",
                        entry,
                        "contactId",
                        answered.contactId(),
                        "channel",
                        answered.channel().toLowerCase(Locale.ROOT),
                        "connection",
                        "main",
                        "to",
                        Json.map("kind", "mailto", "value", address(), "name", customerName),
                        "subject",
                        "Re: " + subject,
                        "text",
                        text,
                        "inReplyTo",
                        null,
                        "references",
                        List.of(),
                        "nextUpdateBy",
                        null),
                agent);
        said.add(new Said(
                entry,
                happened.size(),
                false,
                false,
                now,
                answered.contactId(),
                answered.channel(),
                agent,
                agent,
                text));
    }

    private void note() {
        var entry = TicketIds.entry(place, said.size(), now);
        happened("NOTED", Json.map("entryId", entry), agent);
        said.add(new Said(
                entry,
                happened.size(),
                false,
                true,
                now,
                null,
                null,
                agent,
                agent,
                language.staff(random, customerName)));
    }

    /** Of the newest most are at work, of old ones hardly any. */
    private void settle() {
        now = now.plusSeconds(10);
        var atWork = random.nextDouble() < (place < 2_000 ? 0.8 : place < 20_000 ? 0.2 : 0.02);
        var next = atWork ? LIVE.get(random.nextInt(LIVE.size())) : random.nextInt(8) == 0 ? "RESOLVED" : "CLOSED";
        var before = status;
        status = next;
        happened("STATUS_CHANGED", Json.map("from", before, "to", next, "reason", null), agent);
    }

    private void happened(String type, Map<String, Object> payload, String by) {
        happened.add(new Happened(happened.size() + 1, type, payload, status, by, now));
    }

    String address() {
        return "customer%d@bench.example".formatted(place / 3);
    }

    /** Who has it; a new one waits for somebody to take it. */
    String owner() {
        return "NEW".equals(status) ? null : agent;
    }

    UUID id() {
        return id;
    }

    UUID issueId() {
        return TicketIds.issue(place, openedAt);
    }

    UUID customerId() {
        return customerId;
    }

    String number() {
        return TicketIds.number(place);
    }

    String customerName() {
        return customerName;
    }

    String subject() {
        return subject;
    }

    String status() {
        return status;
    }

    /** Whether nobody has it and it is to be worked on. */
    boolean isWaiting() {
        return owner() == null && ("NEW".equals(status) || "OPEN".equals(status));
    }

    boolean isDone() {
        return "RESOLVED".equals(status) || "CLOSED".equals(status);
    }

    String queue() {
        return queue;
    }

    String agent() {
        return agent;
    }

    Instant openedAt() {
        return openedAt;
    }

    Instant updatedAt() {
        return now;
    }

    List<Said> said() {
        return said;
    }

    List<Happened> happened() {
        return happened;
    }

    /** Channel of the customer's latest contact. */
    String channel() {
        return contacts().getLast().channel();
    }

    List<Said> contacts() {
        return said.stream().filter(Said::byCustomer).toList();
    }
}
