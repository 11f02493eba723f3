package io.carryon.gateway.phone.ivr;

import io.carryon.gateway.phone.Call;
import io.carryon.gateway.phone.CallLog;
import io.carryon.gateway.phone.CallerNumber;
import io.carryon.gateway.phone.PhoneConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;

/** A call begins: it is noted, and the profile is asked who it may be, both at once. */
@ApplicationScoped
public class CallStart {

    private final CallLog calls;
    private final CustomerQuestion question;
    private final Announcement announcement;
    private final PhoneConfig config;

    public CallStart(CallLog calls, CustomerQuestion question, Announcement announcement, PhoneConfig config) {
        this.calls = calls;
        this.question = question;
        this.announcement = announcement;
        this.config = config;
    }

    /** Never fails for want of a database or the profile: a call cannot be kept waiting by either. */
    IvrAnswers.CallAnswer begin(Call call) {
        var deadline = Deadline.in(config.answerDeadline());
        var noted = Deadline.begin(() -> calls.noted(call));
        var asked = CallerNumber.dialable(call.customerNumber())
                .map(number -> Deadline.begin(() -> question.whoHas(number)))
                .orElseGet(() -> CompletableFuture.completedFuture(CustomerQuestion.Answer.NOBODY));
        var known = deadline.await(noted, config.storeDeadline());
        var who = deadline.await(asked, config.answerDeadline()).orElse(CustomerQuestion.Answer.OUT_OF_REACH);
        return new IvrAnswers.CallAnswer(
                call.contactId(),
                who.customer(),
                who.openTickets(),
                announcement.spoken(known.orElse(call).language()),
                who.degraded() || known.isEmpty());
    }
}
