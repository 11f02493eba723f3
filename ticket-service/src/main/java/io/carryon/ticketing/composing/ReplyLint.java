package io.carryon.ticketing.composing;

import io.carryon.ticketing.conversation.Advice;
import io.carryon.ticketing.conversation.ReplyAdviser;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Looks at replies by a list of rules: the list is all there is to it. */
@ApplicationScoped
public class ReplyLint implements ReplyAdviser {

    static final List<LintRule> RULES = List.of(
            new GreetsByName(),
            new RestatesTheQuestion(),
            new AcknowledgesFirst(),
            new NamesTheNextStep(),
            new FillsItsPlaces(),
            new SpeaksTheirLanguage());

    private final Situations situations;

    ReplyLint(Situations situations) {
        this.situations = situations;
    }

    @Override
    public List<Advice> of(Ticket ticket, String text, boolean promises, Actor author) {
        return of(situations.of(ticket), text, promises);
    }

    /** What a reply lacks in a situation. */
    public static List<Advice> of(Situation situation, String text, boolean promises) {
        return of(draft(situation, text, promises));
    }

    static ReplyDraft draft(Situation situation, String text, boolean promises) {
        return new ReplyDraft(
                text,
                situation.language(),
                situation.customerName(),
                situation.problem(),
                situation.isFirstReply(),
                promises || situation.promised() != null);
    }

    static List<Advice> of(ReplyDraft draft) {
        return RULES.stream()
                .flatMap(rule -> rule.missing(draft)
                        .map(detail -> new Advice(rule.name(), detail))
                        .map(Stream::of)
                        .orElseGet(Stream::empty))
                .toList();
    }
}
