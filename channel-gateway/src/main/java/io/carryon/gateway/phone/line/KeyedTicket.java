package io.carryon.gateway.phone.line;

import io.carryon.gateway.contact.TicketNumber;
import io.carryon.gateway.phone.Call;
import io.carryon.gateway.phone.CallHappening;
import io.carryon.gateway.problem.Problem;
import io.carryon.gateway.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * A caller keys in a ticket's number. Its check digit alone is looked at, so that nobody learns by trying which tickets
 * there are; the contact joins the ticket, if it is the caller's, by the rule that holds for every channel.
 */
@ApplicationScoped
public class KeyedTicket {

    private static final String NAME = "ticketNumber";

    private final CallProgress progress;
    private final CallerLanguage languages;
    private final Announcement announcement;
    private final Durable durable;

    public KeyedTicket(CallProgress progress, CallerLanguage languages, Announcement announcement, Durable durable) {
        this.progress = progress;
        this.languages = languages;
        this.announcement = announcement;
        this.durable = durable;
    }

    /** The sentences to go on with once the number is noted; 422 with those to ask again when a digit is wrong. */
    public IvrReceipts.TicketTaken take(Call call, String number, Instant at) {
        var deadline = durable.deadline();
        var language = languages.of(call, deadline);
        if (!TicketNumber.isValid(number)) {
            throw ProblemException.unprocessable(
                            "ticket-number",
                            "The check digit does not fit: a digit is wrong, missing or in the wrong place. Say the"
                                    + " sentence, take the number again, and after a second time go on without it.",
                            List.of(new Problem.FieldError(
                                    "/digits", "must be a ticket's number, 5 to 12 digits with a right check digit")))
                    .saying(announcement.say("ticket.wrong", language, in -> "").stream()
                            .map(say -> new Problem.Sentence(say.lang(), say.text()))
                            .toList());
        }
        progress.note(deadline, call, new CallHappening.InputGiven(NAME, number, false), at);
        return new IvrReceipts.TicketTaken(
                call.contactId(), number, announcement.say("ticket.taken", language, in -> ""));
    }
}
