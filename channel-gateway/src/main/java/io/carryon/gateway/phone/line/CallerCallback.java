package io.carryon.gateway.phone.line;

import io.carryon.gateway.callback.Callback;
import io.carryon.gateway.callback.CallbackSlots;
import io.carryon.gateway.phone.Call;
import io.carryon.gateway.phone.course.CallCallbacks;
import io.carryon.gateway.problem.Problem;
import io.carryon.gateway.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A caller would rather be called back than wait. */
@ApplicationScoped
public class CallerCallback {

    private static final int SLOTS = 20;

    private final CallCallbacks callbacks;
    private final CallbackSlots slots;
    private final AnnouncedCalls announced;
    private final TakenByBroker taken;
    private final Announcement announcement;
    private final SpokenTime spoken;
    private final CallerLanguage languages;
    private final Durable durable;

    public CallerCallback(
            CallCallbacks callbacks,
            CallbackSlots slots,
            AnnouncedCalls announced,
            TakenByBroker taken,
            Announcement announcement,
            SpokenTime spoken,
            CallerLanguage languages,
            Durable durable) {
        this.callbacks = callbacks;
        this.slots = slots;
        this.announced = announced;
        this.taken = taken;
        this.announcement = announcement;
        this.spoken = spoken;
        this.languages = languages;
        this.durable = durable;
    }

    /** The callback, and whether it is new. */
    public record Booked(IvrReceipts.CallbackTaken callback, boolean first) {}

    /** The next 20 slots that have room; 503 when the database does not say in time. */
    public IvrReceipts.Slots slots(Call call) {
        return slots(durable.deadline(), call);
    }

    /** The same by a moment that other work for the request shares. */
    public IvrReceipts.Slots slots(Deadline deadline, Call call) {
        var language = announcement.spoken(languages.of(call, deadline));
        var free = durable.inTime(deadline, () -> slots.free(SLOTS));
        return new IvrReceipts.Slots(
                spoken.zone().getId(),
                free.stream()
                        .map(slot -> new IvrReceipts.Slot(
                                slot.notBefore(),
                                slot.notAfter(),
                                new IvrAnswers.Say(language, spoken.of(slot.notBefore(), language))))
                        .toList());
    }

    /**
     * Books the first slot within the times, at the caller's number unless another is given; the one live callback of the
     * caller's contact and ticket is moved. 409 when no slot has room, 422 when the number cannot be dialled, both with the
     * sentences to say.
     */
    public Booked book(Call call, String number, Instant notBefore, Instant notAfter) {
        return book(durable.deadline(), call, number, notBefore, notAfter);
    }

    /** The same by a moment that other work for the request shares. */
    public Booked book(Deadline deadline, Call call, String number, Instant notBefore, Instant notAfter) {
        var told = announced.completed(call);
        try {
            var asked = durable.inTime(deadline, () -> {
                taken.store(told.contactId());
                return callbacks.book(told, number, notBefore, notAfter);
            });
            durable.publish(deadline, call.contactId());
            return new Booked(
                    receipt(
                            asked.callback(),
                            asked.first() ? "callback.booked" : "callback.moved",
                            languages.of(asked.call(), deadline)),
                    asked.first());
        } catch (ProblemException e) {
            throw switch (e.type()) {
                case "callback-number" -> e.saying(sentences("callback.number", languages.of(told, deadline)));
                case "no-slot" -> e.saying(sentences("callback.full", languages.of(told, deadline)));
                default -> e;
            };
        }
    }

    /** Ends the live callback, or says again that it was; empty when there never was one. */
    public Optional<IvrReceipts.CallbackTaken> cancel(Call call) {
        var deadline = durable.deadline();
        var cancelled = durable.inTime(deadline, () -> callbacks.cancel(call.contactId()));
        cancelled.ifPresent(asked -> durable.publish(deadline, call.contactId()));
        return cancelled.map(
                asked -> receipt(asked.callback(), "callback.cancelled", languages.of(asked.call(), deadline)));
    }

    private IvrReceipts.CallbackTaken receipt(Callback callback, String sentence, String wanted) {
        return new IvrReceipts.CallbackTaken(
                callback.callbackId(),
                callback.state().name().toLowerCase(Locale.ROOT),
                callback.number(),
                callback.notBefore(),
                callback.notAfter(),
                announcement.say(
                        sentence,
                        wanted,
                        callback.notBefore() == null
                                ? language -> ""
                                : language -> spoken.of(callback.notBefore(), language)));
    }

    private List<Problem.Sentence> sentences(String name, String wanted) {
        return announcement.say(name, wanted, language -> "").stream()
                .map(say -> new Problem.Sentence(say.lang(), say.text()))
                .toList();
    }
}
