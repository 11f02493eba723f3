package io.carryon.ticketing.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.participants.Participants;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the way back to a customer. A reply by chat, portal or messenger needs a contact of that channel on the ticket
 * to answer; a mail can also go to an address that is proven to be the customer's. An address that was only claimed is answered within
 * the contact it came with, and nowhere else.
 */
@ApplicationScoped
class ReplyRoutes {

    private static final List<Channel> REPLY_CHANNELS =
            List.of(Channel.EMAIL, Channel.CHAT, Channel.PORTAL, Channel.WHATSAPP, Channel.TELEGRAM);
    private static final String MAIL = "mailto";

    private final Conversation conversation;
    private final ConversationParts parts;
    private final ReplyWays ways;
    private final Participants participants;
    private final ObjectMapper json;

    ReplyRoutes(
            Conversation conversation,
            ConversationParts parts,
            ReplyWays ways,
            Participants participants,
            ObjectMapper json) {
        this.conversation = conversation;
        this.parts = parts;
        this.ways = ways;
        this.participants = participants;
        this.json = json;
    }

    /**
     * The route to an address of the customer, 422 saying which there are; without one (null), by the channel asked for or
     * (null) the one the customer used last, 409 saying what would work.
     */
    ReplyRoute route(Ticket ticket, Channel asked, String address) {
        if (address != null) {
            return ways.named(ticket, asked, address);
        }
        var channel = asked == null ? ticket.channel() : asked;
        return find(ticket, channel).orElseThrow(() -> noRoute(ticket, channel));
    }

    /** The route of a reply that names neither channel nor address, if there is one. */
    Optional<ReplyRoute> usual(Ticket ticket) {
        return find(ticket, ticket.channel());
    }

    private Optional<ReplyRoute> find(Ticket ticket, Channel channel) {
        return switch (channel) {
            case PHONE -> Optional.empty();
            case EMAIL -> answerToMail(ticket).or(() -> mailToKnownAddress(ticket));
            case CHAT -> answerToContact(ticket, Channel.CHAT, "chat");
            case PORTAL -> answerToContact(ticket, Channel.PORTAL, "account");
            case WHATSAPP -> answerToContact(ticket, Channel.WHATSAPP, "tel");
            case TELEGRAM -> answerToContact(ticket, Channel.TELEGRAM, "chat");
        };
    }

    private Optional<ReplyRoute> answerToContact(Ticket ticket, Channel channel, String preferredKind) {
        return conversation.latestContact(parts.of(ticket.id()), channel).flatMap(contact -> {
            var origin = origin(contact);
            return origin.senderOf(preferredKind)
                    .or(() -> origin.sender().stream().findFirst())
                    .map(handle ->
                            ReplyRoute.answering(contact.contactId(), channel, origin, handle, ticket.customerName()));
        });
    }

    /**
     * An answer in the thread of the latest mail; when somebody wrote it who only takes part, to the customer all the same,
     * as far as they are known by an address.
     */
    private Optional<ReplyRoute> answerToMail(Ticket ticket) {
        var ids = parts.of(ticket.id());
        return conversation.latestContact(ids, Channel.EMAIL).flatMap(latest -> {
            var others = participants.addressesEver(ids);
            var author = Optional.ofNullable(latest.author().id()).orElse("");
            if (others.stream().noneMatch(address -> author.equalsIgnoreCase("mailto:" + address))) {
                return answerToContact(ticket, Channel.EMAIL, MAIL);
            }
            return conversation
                    .latestContactNotFrom(ids, Channel.EMAIL, others)
                    .flatMap(customers -> origin(customers).senderOf(MAIL))
                    .or(() -> conversation
                            .latestContactNotFrom(ids, null, others)
                            .flatMap(customers -> origin(customers).provenOfCustomer(MAIL)))
                    .map(handle -> ReplyRoute.answering(
                            latest.contactId(), Channel.EMAIL, origin(latest), handle, ticket.customerName()));
        });
    }

    private Optional<ReplyRoute> mailToKnownAddress(Ticket ticket) {
        var ids = parts.of(ticket.id());
        return conversation
                .latestContactNotFrom(ids, null, participants.addressesEver(ids))
                .flatMap(contact -> {
                    var origin = origin(contact);
                    return origin.senderOf(MAIL)
                            .or(() -> origin.provenOfCustomer(MAIL))
                            .map(handle -> ReplyRoute.newMail(contact.contactId(), handle, ticket.customerName()));
                });
    }

    private ContactOrigin origin(Entry contact) {
        try {
            return json.readValue(contact.origin(), ContactOrigin.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored contact cannot be read", e);
        }
    }

    private ProblemException noRoute(Ticket ticket, Channel channel) {
        var possible = REPLY_CHANNELS.stream()
                .filter(other -> find(ticket, other).isPresent())
                .map(ReplyRoutes::wire)
                .toList();
        var why = channel == Channel.PHONE
                ? "A reply cannot be sent by phone: call the customer and write a note about the call"
                : "The customer cannot be reached by %s on this ticket".formatted(wire(channel));
        return ProblemException.conflict(
                "no-route",
                possible.isEmpty()
                        ? why + "; there is no other channel to reply by: call them, and write a note about the call."
                        : why + ", or name in \"channel\" one of " + possible + ".");
    }

    static String wire(Channel channel) {
        return channel.name().toLowerCase(Locale.ROOT);
    }
}
