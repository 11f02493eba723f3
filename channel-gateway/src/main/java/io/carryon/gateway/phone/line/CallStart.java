package io.carryon.gateway.phone.line;

import io.carryon.gateway.callback.Callback;
import io.carryon.gateway.callback.CallbackBook;
import io.carryon.gateway.phone.Call;
import io.carryon.gateway.phone.CallLog;
import io.carryon.gateway.phone.CallerNumber;
import io.carryon.gateway.phone.PhoneConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A call begins: it is noted, and the profile is asked who it may be, both at once. */
@ApplicationScoped
public class CallStart {

    private final CallLog calls;
    private final AnnouncedCalls announced;
    private final CustomerQuestion question;
    private final Announcement announcement;
    private final CallbackBook callbacks;
    private final PhoneConfig config;

    public CallStart(
            CallLog calls,
            AnnouncedCalls announced,
            CustomerQuestion question,
            Announcement announcement,
            CallbackBook callbacks,
            PhoneConfig config) {
        this.calls = calls;
        this.announced = announced;
        this.question = question;
        this.announcement = announcement;
        this.callbacks = callbacks;
        this.config = config;
    }

    /** The answer, and whether the call is known to be new. */
    public record Begun(IvrAnswers.CallAnswer answer, boolean first) {}

    /** Never fails for want of a database or the profile, which keep no call waiting; 409 when the call has ended. */
    public Begun begin(Call call) {
        return begin(Deadline.in(config.answerDeadline()), call);
    }

    /** The same by a moment that other work for the request shares. */
    public Begun begin(Deadline deadline, Call call) {
        var told = announced.remember(call);
        var noted = Deadline.begin(() -> calls.begun(call));
        var asked = CallerNumber.dialable(call.customerNumber())
                .map(number -> Deadline.begin(() -> question.whoHas(number)))
                .orElseGet(() -> CompletableFuture.completedFuture(CustomerQuestion.Answer.NOBODY));
        var known = deadline.await(noted, config.storeDeadline());
        var who = deadline.await(asked, config.answerDeadline()).orElse(CustomerQuestion.Answer.OUT_OF_REACH);
        var waitedFor =
                deadline.await(Deadline.begin(() -> callbacks.liveOfTickets(ticketsOf(who))), config.storeDeadline());
        var language = known.map(CallLog.Noted::call).orElse(told).language();
        return new Begun(
                new IvrAnswers.CallAnswer(
                        call.contactId(),
                        who.customer(),
                        who.openTickets(),
                        announcement.spoken(language),
                        waitedFor
                                .flatMap(found -> found)
                                .filter(callback -> callback.state() == Callback.State.REQUESTED)
                                .map(callback -> new IvrAnswers.LiveCallback(
                                        callback.callbackId(), callback.notBefore(), callback.notAfter()))
                                .orElse(null),
                        who.degraded() || known.isEmpty()),
                known.map(CallLog.Noted::first).orElse(false));
    }

    private static List<UUID> ticketsOf(CustomerQuestion.Answer who) {
        return who.openTickets().stream()
                .map(IvrAnswers.OpenTicket::id)
                .filter(Objects::nonNull)
                .toList();
    }
}
