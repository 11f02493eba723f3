package io.carryon.bench.tickets;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;

/** What is known of the loaded tickets without asking for them. */
public final class InventedTickets {

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

    private InventedTickets() {}

    /** The id of the ticket at a place, from 0. */
    public static UUID id(int place) {
        return new InventedTicket(place).id();
    }

    /** What somebody may look for: words of many tickets, of few, and of one. */
    public static String search(Random random, int tickets) {
        var ticket = new InventedTicket(random.nextInt(tickets));
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
