package io.carryon.ticketing.conversation;

import com.fasterxml.uuid.Generators;
import io.carryon.ticketing.operations.NamedTickets;
import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.AttachedFile;
import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.wording.Template;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Staff answer the customer, or note something for each other. Both append, so neither asks for a revision. */
@ApplicationScoped
public class Replying {

    private static final Pattern REPLY_MARKS = Pattern.compile("(?i)^((re|aw|antw|sv|vs|odp)(\\[\\d+])?\\s*:\\s*)+");

    /** Nobody waits longer for what they were promised; beyond it is a slip of the year. */
    private static final Duration LONGEST_PROMISE = Duration.ofDays(366);

    /** In characters, as the contract takes it. */
    private static final int LONGEST_TEXT = 100_000;

    private final NamedTickets tickets;
    private final Conversation conversation;
    private final ReplyRoutes routes;
    private final List<ReplyAdviser> advisers;
    private final Colleagues colleagues;
    private final ReplyFiles files;
    private final ReplyCopies copies;
    private final LetterFrames frames;
    private final ReplyOpening opening;
    private final TicketLog log;
    private final Clock clock;

    /**
     * What is to be sent.
     *
     * @param channel null for the one the customer used last
     * @param to where it goes, one of the customer's addresses; null leaves it to the channel
     * @param nextUpdateBy by when the customer hears from us again, within a year; null promises nothing
     * @param attachments files the gateway has; null for none
     * @param cc whom it goes to in copy; null for those who take part
     * @param opening whether a first reply that does not restate the question is opened with it
     */
    public record Answer(
            Channel channel,
            String to,
            String text,
            Instant nextUpdateBy,
            List<AttachedFile> attachments,
            List<String> cc,
            boolean opening) {

        /** A text alone, to where the customer wrote from last. */
        public static Answer ofText(String text) {
            return new Answer(null, null, text, null, null, null, false);
        }
    }

    /** What came with a note that was a mail: its files and where it is from, as JSON; null for none. */
    public record Enclosed(String attachments, String origin) {}

    /** A reply that is on its way, and what it lacks. */
    public record Sent(Entry entry, List<Advice> advice) {}

    Replying(
            NamedTickets tickets,
            Conversation conversation,
            ReplyRoutes routes,
            @All List<ReplyAdviser> advisers,
            Colleagues colleagues,
            ReplyFiles files,
            ReplyCopies copies,
            LetterFrames frames,
            ReplyOpening opening,
            TicketLog log,
            Clock clock) {
        this.tickets = tickets;
        this.conversation = conversation;
        this.routes = routes;
        this.advisers = advisers;
        this.colleagues = colleagues;
        this.files = files;
        this.copies = copies;
        this.frames = frames;
        this.opening = opening;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Puts a reply on its way; 4xx when it cannot go as it is.
     */
    public Sent reply(UUID ticketId, Answer answer, Actor author) {
        var nextUpdateBy = answer.nextUpdateBy();
        requireFilledIn(answer.text());
        var ticket = tickets.locked(ticketId);
        var text = answer.opening()
                ? opening.before(ticket, answer.text(), author)
                        .map(before -> before + "\n\n" + answer.text())
                        .filter(opened -> opened.length() <= LONGEST_TEXT)
                        .orElse(answer.text())
                : answer.text();
        var route = routes.route(ticket, answer.channel(), answer.to());
        var attached = files.attached(answer.attachments());
        var replyId = Generators.timeBasedEpochGenerator().generate();
        var now = clock.instant();
        requirePromisable(nextUpdateBy, now);
        var cc = copies.of(ticket, route, answer.cc(), now);
        var advice = advisers.stream()
                .flatMap(adviser -> adviser.of(ticket, text, nextUpdateBy != null, author).stream())
                .toList();
        ticket.reply(
                new TicketEvent.Replied(
                        replyId,
                        route.contactId(),
                        route.channel(),
                        route.connection(),
                        route.to(),
                        answering(ticket.state().subject()),
                        text,
                        route.inReplyTo(),
                        route.references(),
                        nextUpdateBy,
                        answer.attachments(),
                        cc,
                        route.channel() == Channel.EMAIL ? frames.around(ticket, text, nextUpdateBy, author) : null),
                author,
                now);
        return new Sent(
                added(
                        ticket,
                        Entry.reply(
                                replyId,
                                ticketId,
                                ticket.position(),
                                route,
                                author,
                                text,
                                attached,
                                cc.stream().map(TicketEvent.Address::value).toList(),
                                now)),
                advice);
    }

    /** {@code named} are colleagues it is for, besides those its text names; may be null. */
    public Entry note(UUID ticketId, String text, List<String> named, Actor author) {
        return note(ticketId, text, named, author, new Enclosed(null, null));
    }

    /** A note with what came with it. */
    public Entry note(UUID ticketId, String text, List<String> named, Actor author, Enclosed enclosed) {
        var ticket = tickets.locked(ticketId);
        var noteId = Generators.timeBasedEpochGenerator().generate();
        var now = clock.instant();
        ticket.note(new TicketEvent.Noted(noteId, colleagues.mentioned(text, named)), author, now);
        return added(
                ticket,
                Entry.note(noteId, ticketId, ticket.position(), author, text, now)
                        .with(enclosed));
    }

    /** No customer is written to as a place in a template. */
    private static void requireFilledIn(String text) {
        var places = Template.places(text);
        if (!places.isEmpty()) {
            throw ProblemException.of(
                    422,
                    "placeholder-unresolved",
                    "The reply has places that are not filled in",
                    "Fill in, or take out, %s and send it again.".formatted(places));
        }
    }

    private static void requirePromisable(Instant nextUpdateBy, Instant now) {
        if (nextUpdateBy != null && (!nextUpdateBy.isAfter(now) || nextUpdateBy.isAfter(now.plus(LONGEST_PROMISE)))) {
            throw ProblemException.invalid("/nextUpdateBy", "must lie in the future, within a year");
        }
    }

    private Entry added(Ticket ticket, Entry entry) {
        conversation.persist(entry);
        log.append(ticket);
        return entry;
    }

    /** The subject with one {@code Re: }, whatever marks it has gathered (RFC 5322, 3.6.5). */
    static String answering(String subject) {
        return "Re: " + REPLY_MARKS.matcher(subject).replaceFirst("");
    }
}
