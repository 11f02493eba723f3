package io.carryon.bench.tickets;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;

/** Tickets that were opened one a minute until some time, and what is known of them without asking for them. */
public final class InventedTickets {

    private static final Duration BETWEEN = Duration.ofSeconds(63);

    /** The newest has been talked about so long. */
    private static final Duration LAST_TALK = Duration.ofHours(1);

    private static final Pattern ORDER = Pattern.compile("[0-9]{4}-[0-9]{4}");
    private static final List<String> COMMON = List.of(
            "refund",
            "invoices",
            "rechnung",
            "bestellungen",
            "waiting answer",
            "commande",
            "pedido",
            "technician called",
            "warranty -refund",
            "status:open delivery",
            "\"charged twice\"",
            "falsche rechnungen",
            "owner:me contract",
            "queue:billing payment",
            "parc",
            "remboursements facture",
            "\"ten days\"");

    private final Instant newest;

    /** @param newest when the newest was opened; an hour later the last thing happened */
    public InventedTickets(Instant newest) {
        this.newest = newest;
    }

    /** The number of the newest, the same in each load. */
    public static String newestNumber() {
        return TicketIds.number(0);
    }

    /** Tickets of which the last was at work just now. */
    static InventedTickets until(Instant now) {
        return new InventedTickets(Instant.ofEpochSecond(now.minus(LAST_TALK).getEpochSecond()));
    }

    /** @param place 0 is the newest, each further one was opened a minute earlier */
    InventedTicket at(int place) {
        return new InventedTicket(place, newest.minus(BETWEEN.multipliedBy(place)), newest.plus(LAST_TALK));
    }

    /** The id of the ticket at a place, from 0. */
    public UUID id(int place) {
        return at(place).id();
    }

    /** What somebody may look for: words of many tickets, of few, and of one. */
    public String search(Random random, int tickets) {
        var ticket = at(random.nextInt(tickets));
        return switch (random.nextInt(6)) {
            case 0 -> ticket.number();
            case 1 -> ticket.customerName() + " " + Vocabulary.model(random);
            case 2 -> Vocabulary.model(random);
            case 3 ->
                ticket.said().stream()
                        .flatMap(said -> ORDER.matcher(said.text()).results())
                        .map(found -> found.group())
                        .findFirst()
                        .orElse(ticket.number());
            default -> COMMON.get(random.nextInt(COMMON.size()));
        };
    }
}
