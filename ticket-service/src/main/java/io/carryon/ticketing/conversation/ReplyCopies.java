package io.carryon.ticketing.conversation;

import io.carryon.ticketing.participants.MailAddress;
import io.carryon.ticketing.participants.Named;
import io.carryon.ticketing.participants.Participant;
import io.carryon.ticketing.participants.Participants;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.TicketEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whom a reply goes to beside the customer: those who take part, unless staff say who. */
@ApplicationScoped
class ReplyCopies {

    /** As many as the contract takes. */
    private static final int MOST = 20;

    private final Participants participants;
    private final ConversationParts parts;

    ReplyCopies(Participants participants, ConversationParts parts) {
        this.participants = participants;
        this.parts = parts;
    }

    /**
     * The copies of a reply by this route, in the caller's transaction.
     *
     * @param asked the addresses staff give, empty for nobody; null leaves it to the ticket. Whom they add takes part from
     *     now on.
     */
    List<TicketEvent.Address> of(Ticket ticket, ReplyRoute route, List<String> asked, Instant now) {
        if (route.channel() != Channel.EMAIL) {
            requireNone(asked, route.channel());
            return List.of();
        }
        var known = participants.of(parts.of(ticket.id())).stream()
                .collect(Collectors.toMap(
                        Participant::address, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        var customer = MailAddress.of(route.to().value()).orElse("");
        var addresses = asked == null
                ? known.values().stream()
                        .filter(Participant::trusted)
                        .map(Participant::address)
                        .toList()
                : given(asked);
        var copied = addresses.stream()
                .distinct()
                .filter(address -> !address.equals(customer))
                .limit(MOST)
                .toList();
        if (asked != null) {
            participants.name(copied.stream()
                    .map(address -> new Named(ticket.id(), address, null, true, null, now))
                    .toList());
        }
        return copied.stream()
                .map(address -> new TicketEvent.Address(
                        "mailto",
                        address,
                        known.containsKey(address) ? known.get(address).name() : null))
                .toList();
    }

    private static List<String> given(List<String> asked) {
        var addresses = new ArrayList<String>();
        for (var i = 0; i < asked.size(); i++) {
            var pointer = "/cc/" + i;
            addresses.add(MailAddress.of(asked.get(i))
                    .orElseThrow(() -> ProblemException.invalid(
                            pointer, "must be a mail address alone, as in maria@example.org")));
        }
        return addresses;
    }

    private static void requireNone(List<String> asked, Channel channel) {
        if (asked != null && !asked.isEmpty()) {
            throw ProblemException.of(
                    422,
                    "copies-by-email-only",
                    "Copies cannot go that way",
                    "The reply would go by %s. Name \"email\" as its channel, or leave out \"cc\"."
                            .formatted(ReplyRoutes.wire(channel)));
        }
    }
}
