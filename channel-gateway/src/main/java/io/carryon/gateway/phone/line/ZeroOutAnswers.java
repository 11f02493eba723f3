package io.carryon.gateway.phone.line;

import io.carryon.gateway.phone.Call;
import io.carryon.gateway.phone.PhoneConfig;
import io.carryon.gateway.recognition.RecognitionQuestion;
import io.carryon.gateway.ticket.TicketChanged;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the best answer of what is known: a caller is always connected, at worst to the default queue. */
@ApplicationScoped
public class ZeroOutAnswers {

    private static final String NORMAL = "NORMAL";
    private static final List<String> INSTEAD = List.of("callback", "voicemail");

    private final Announcement announcement;
    private final OpeningHours hours;
    private final PhoneConfig config;

    public ZeroOutAnswers(Announcement announcement, OpeningHours hours, PhoneConfig config) {
        this.announcement = announcement;
        this.hours = hours;
        this.config = config;
    }

    IvrAnswers.ZeroOutAnswer of(Call call, AwaitedAnswers.Awaited awaited) {
        var recognized = Optional.ofNullable(awaited.recognized().getNow(null));
        var ticket = Optional.ofNullable(awaited.ticket().getNow(null))
                .map(ZeroOutAnswers::told)
                .or(() -> Optional.ofNullable(call.ticket()));
        var open = hours.areNow();
        // Who is not connected has nobody to carry on with what they would answer.
        var question = open ? recognized.flatMap(RecognizedContact::asQuestion) : Optional.<RecognitionQuestion>empty();
        var offer = Optional.ofNullable(awaited.ticket().getNow(null)).map(TicketChanged::offer);
        var number = ticket.map(Call.Ticket::number).orElse(null);
        return new IvrAnswers.ZeroOutAnswer(
                call.contactId(),
                ticket.map(this::link).orElse(null),
                recognized.map(RecognizedContact::asCustomer).orElse(IvrAnswers.Customer.NONE),
                recognized.map(RecognizedContact::asHistory).orElse(IvrAnswers.History.UNKNOWN),
                routing(open, call, ticket, offer),
                open
                        ? announcement.connecting(call.language(), number, question.orElse(null))
                        : announcement.say("closed", call.language(), language -> ""),
                offer.map(TicketChanged.Offer::position).orElse(null),
                offer.map(TicketChanged.Offer::estimatedWaitSec).orElse(null),
                new IvrAnswers.ScreenPop(config.ticketsUrl() + "/v1/calls/" + call.contactId()),
                question.map(ZeroOutAnswers::asked).orElse(null),
                recognized.isEmpty() || ticket.isEmpty());
    }

    private static IvrAnswers.Question asked(RecognitionQuestion question) {
        var keys = new TreeMap<>(Map.of("1", "yes", "2", "no"));
        return new IvrAnswers.Question(question.language(), question.text(), keys);
    }

    private static Call.Ticket told(TicketChanged ticket) {
        return new Call.Ticket(ticket.ticketId(), ticket.number(), ticket.queue(), ticket.priority(), ticket.opened());
    }

    private IvrAnswers.Ticket link(Call.Ticket ticket) {
        return new IvrAnswers.Ticket(
                ticket.id(), ticket.number(), ticket.opened(), config.ticketsUrl() + "/v1/tickets/" + ticket.id());
    }

    private IvrAnswers.Routing routing(
            boolean open, Call call, Optional<Call.Ticket> ticket, Optional<TicketChanged.Offer> offer) {
        var queue = ticket.map(Call.Ticket::queue)
                .or(() -> Optional.ofNullable(call.queueHint()))
                .orElse(config.queue());
        return new IvrAnswers.Routing(
                open ? "enqueue" : "closed",
                open ? List.of() : INSTEAD,
                queue,
                ticket.map(Call.Ticket::priority).orElse(NORMAL),
                List.of("lang:" + announcement.spoken(call.language())),
                config.timeoutSec(),
                offer.map(ZeroOutAnswers::targets).orElse(List.of()));
    }

    private static List<IvrAnswers.Target> targets(TicketChanged.Offer offer) {
        return offer.targets().stream()
                .map(target -> new IvrAnswers.Target(target.agentId(), target.extension(), target.sipUri()))
                .toList();
    }
}
