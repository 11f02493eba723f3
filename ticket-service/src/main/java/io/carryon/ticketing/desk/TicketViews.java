package io.carryon.ticketing.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.acts.PersonsWanted;
import io.carryon.ticketing.callbacks.CallbackViews;
import io.carryon.ticketing.conversation.Conversation;
import io.carryon.ticketing.conversation.ConversationPages;
import io.carryon.ticketing.customers.CustomerGroups;
import io.carryon.ticketing.fields.Tags;
import io.carryon.ticketing.fields.TicketFields;
import io.carryon.ticketing.operations.ProfileConfig;
import io.carryon.ticketing.participants.Participant;
import io.carryon.ticketing.participants.Participants;
import io.carryon.ticketing.structure.TicketLinks;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.Tickets;
import io.carryon.ticketing.understanding.AbcViews;
import io.carryon.ticketing.workflow.TicketWorkflow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Puts a ticket into view with its card, links and the beginning of its conversation. */
@ApplicationScoped
public class TicketViews {

    private static final int FIRST_PAGE = 25;
    private static final int MOST_MERGED = 20;

    private final Tickets tickets;
    private final Conversation conversation;
    private final ConversationPages pages;
    private final CustomerGroups groups;
    private final CallbackViews callbacks;
    private final PersonsWanted persons;
    private final TicketWorkflow workflow;
    private final Participants participants;
    private final TicketLinks structure;
    private final Tags tags;
    private final TicketFields fields;
    private final Expectations expectations;
    private final AbcViews listening;
    private final ProfileConfig profile;
    private final ObjectMapper json;

    TicketViews(
            Tickets tickets,
            Conversation conversation,
            ConversationPages pages,
            CustomerGroups groups,
            CallbackViews callbacks,
            PersonsWanted persons,
            TicketWorkflow workflow,
            Participants participants,
            TicketLinks structure,
            Tags tags,
            TicketFields fields,
            Expectations expectations,
            AbcViews listening,
            ProfileConfig profile,
            ObjectMapper json) {
        this.tickets = tickets;
        this.conversation = conversation;
        this.pages = pages;
        this.groups = groups;
        this.callbacks = callbacks;
        this.persons = persons;
        this.workflow = workflow;
        this.participants = participants;
        this.structure = structure;
        this.tags = tags;
        this.fields = fields;
        this.expectations = expectations;
        this.listening = listening;
        this.profile = profile;
        this.json = json;
    }

    /** The ticket as staff see it; needs a transaction. */
    public TicketView of(Ticket ticket) {
        var state = ticket.state();
        var merged = tickets.mergedInto(ticket.id(), MOST_MERGED + 1);
        var values = fields.of(ticket);
        var stands = workflow.of(ticket);
        var customerId = groups.survivorOf(state.customerId());
        return new TicketView(
                ticket.id(),
                state.number(),
                state.subject(),
                state.status(),
                stands.categories(),
                stands,
                state.queue(),
                state.owner(),
                state.priority(),
                tags.of(ticket.id()),
                values.isEmpty() ? null : values,
                ticket.channel(),
                state.issueId(),
                new TicketView.Customer(customerId, ticket.customerName(), profile.timelineOf(customerId)),
                participants(ticket, merged),
                links(ticket, merged.stream().limit(MOST_MERGED)),
                merged.size() > MOST_MERGED,
                conversation.latestCard(ticket.id()).map(this::read).orElse(null),
                rating(ticket),
                expectations.outlook(ticket),
                expectations.clocks(ticket),
                listening.of(ticket),
                callbacks.ofTicket(ticket.id()).orElse(null),
                persons.of(ticket.id()).orElse(null),
                pages.page(ticket.id(), null, FIRST_PAGE),
                state.openedAt(),
                ticket.updatedAt(),
                ticket.revision());
    }

    private static TicketRatingResource.Rating rating(Ticket ticket) {
        var rating = ticket.rating();
        return rating == null ? null : new TicketRatingResource.Rating(rating.score(), rating.comment());
    }

    private List<Participant> participants(Ticket ticket, List<Ticket> merged) {
        var found = participants.of(Stream.concat(Stream.of(ticket), merged.stream())
                .map(Ticket::id)
                .toList());
        return found.isEmpty() ? null : found;
    }

    private List<TicketView.Link> links(Ticket ticket, Stream<Ticket> merged) {
        var sameIssue = tickets.ofIssue(ticket.state().issueId()).stream()
                .filter(other -> !other.id().equals(ticket.id()))
                .flatMap(other -> sequence(ticket, other));
        var made = structure.of(ticket.id()).stream()
                .map(link -> new TicketView.Link(
                        TicketView.Link.Kind.valueOf(link.kind()), link.issueId(), link.ticketId(), link.number()));
        return Stream.of(sameIssue, related(ticket.relatedIssueId()), merged(ticket, merged), made)
                .flatMap(links -> links)
                .toList();
    }

    private Stream<TicketView.Link> merged(Ticket ticket, Stream<Ticket> merged) {
        var into = Stream.ofNullable(ticket.mergedIntoTicketId())
                .flatMap(id -> tickets.findByIdOptional(id).stream())
                .map(other -> link(TicketView.Link.Kind.MERGED_INTO, other));
        var from = merged.map(other -> link(TicketView.Link.Kind.MERGED_FROM, other));
        return Stream.concat(into, from);
    }

    private static Stream<TicketView.Link> sequence(Ticket ticket, Ticket other) {
        if (other.id().equals(ticket.previousTicketId())) {
            return Stream.of(link(TicketView.Link.Kind.PREVIOUS, other));
        }
        return ticket.id().equals(other.previousTicketId())
                ? Stream.of(link(TicketView.Link.Kind.NEXT, other))
                : Stream.empty();
    }

    private Stream<TicketView.Link> related(UUID issueId) {
        if (issueId == null) {
            return Stream.empty();
        }
        return tickets.ofIssue(issueId).stream()
                .findFirst()
                .map(other -> link(TicketView.Link.Kind.RELATED, other))
                .or(() -> java.util.Optional.of(new TicketView.Link(TicketView.Link.Kind.RELATED, issueId, null, null)))
                .stream();
    }

    private static TicketView.Link link(TicketView.Link.Kind kind, Ticket other) {
        return new TicketView.Link(
                kind, other.state().issueId(), other.id(), other.state().number());
    }

    private JsonNode read(String stored) {
        try {
            return json.readTree(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored card cannot be read", e);
        }
    }
}
