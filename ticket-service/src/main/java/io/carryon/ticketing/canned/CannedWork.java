package io.carryon.ticketing.canned;

import io.carryon.ticketing.composing.ReplyLint;
import io.carryon.ticketing.composing.Situations;
import io.carryon.ticketing.conversation.Replying;
import io.carryon.ticketing.fields.Tags;
import io.carryon.ticketing.operations.NamedTickets;
import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.wording.Language;
import io.carryon.ticketing.wording.Template;
import io.carryon.ticketing.workflow.TicketWorkflow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Uses templates and macros on a ticket, in the caller's transaction: all of a macro is done or nothing. */
@ApplicationScoped
class CannedWork {

    private final Shelves shelves;
    private final Situations situations;
    private final NamedTickets tickets;
    private final Tags tags;
    private final TicketWorkflow workflow;
    private final Replying replying;
    private final TicketLog log;
    private final Clock clock;

    CannedWork(
            Shelves shelves,
            Situations situations,
            NamedTickets tickets,
            Tags tags,
            TicketWorkflow workflow,
            Replying replying,
            TicketLog log,
            Clock clock) {
        this.shelves = shelves;
        this.situations = situations;
        this.tickets = tickets;
        this.tags = tags;
        this.workflow = workflow;
        this.replying = replying;
        this.log = log;
        this.clock = clock;
    }

    /** A template's text for a ticket; {@code asked} null is the customer's language. */
    MacroEffect.Reply filled(UUID ticketId, String template, Language asked, Actor by) {
        var ticket = tickets.one(ticketId);
        return filled(ticket, template, asked, by);
    }

    /**
     * Does what a macro says; {@code text} instead of the template's when it is not null.
     *
     * @param sends false to leave out the reply, which is shown as it would be
     */
    MacroEffect apply(UUID ticketId, String ifMatch, String name, String text, Actor by, boolean sends) {
        var ticket = tickets.locked(ticketId, ifMatch);
        var macro = shelves.macros().one(name).content();
        var tagsBefore = tags.of(ticketId);
        var statusBefore = workflow.of(ticket).code();
        var priorityBefore = ticket.state().priority();
        if (macro.addTags() != null || macro.removeTags() != null) {
            tags.change(ticket, macro.addTags(), macro.removeTags(), by);
        }
        if (macro.priority() != null) {
            ticket.prioritize(macro.priority(), by, clock.instant());
        }
        var reply = macro.template() == null ? null : replied(ticket, macro.template(), text, by, sends);
        if (macro.status() != null) {
            workflow.move(ticket, macro.status(), by);
        }
        log.append(ticket);
        var tagsAfter = tags.of(ticketId);
        return new MacroEffect(
                reply,
                tagsBefore.equals(tagsAfter) ? null : new MacroEffect.Tags(tagsBefore, tagsAfter),
                MacroEffect.Step.of(priorityBefore, ticket.state().priority()),
                MacroEffect.Step.of(statusBefore, workflow.of(ticket).code()),
                sends ? ticket.revision() : null);
    }

    private MacroEffect.Reply replied(Ticket ticket, String template, String text, Actor by, boolean sends) {
        var filled = filled(ticket, template, null, by);
        if (!sends) {
            return filled;
        }
        var sent = replying.reply(ticket.id(), Replying.Answer.ofText(text == null ? filled.text() : text), by);
        return new MacroEffect.Reply(
                sent.entry().id(), filled.language(), text == null ? filled.text() : text, null, sent.advice());
    }

    private MacroEffect.Reply filled(Ticket ticket, String name, Language asked, Actor by) {
        var situation = situations.of(ticket);
        var template = shelves.templates().one(name).content();
        var language = template.language(asked == null ? situation.language() : asked);
        var text = Template.fill(template.texts().get(language.code()), situation.known(by.name(), language));
        return new MacroEffect.Reply(
                null, language.code(), text, Template.places(text), ReplyLint.of(situation, text, false));
    }
}
