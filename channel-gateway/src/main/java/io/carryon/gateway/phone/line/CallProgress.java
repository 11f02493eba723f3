package io.carryon.gateway.phone.line;

import io.carryon.gateway.phone.Call;
import io.carryon.gateway.phone.CallHappening;
import io.carryon.gateway.phone.CallHappening.Recorded;
import io.carryon.gateway.phone.CallHappening.Transcribed;
import io.carryon.gateway.phone.SensitiveInput;
import io.carryon.gateway.phone.course.CallFacts;
import io.carryon.gateway.problem.Problem;
import io.carryon.gateway.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Something happens in a call: masked, stored once, and told to whoever follows the call. */
@ApplicationScoped
public class CallProgress {

    private static final int URL_LIMIT = 2_000;

    private final CallFacts facts;
    private final AnnouncedCalls announced;
    private final TakenByBroker taken;
    private final SensitiveInput sensitive;
    private final Durable durable;

    public CallProgress(
            CallFacts facts, AnnouncedCalls announced, TakenByBroker taken, SensitiveInput sensitive, Durable durable) {
        this.facts = facts;
        this.announced = announced;
        this.taken = taken;
        this.sensitive = sensitive;
        this.durable = durable;
    }

    /**
     * Notes what happened; told again for the same moment, it is the same thing. Returns once it is durable. A recording
     * and its transcript are known by the recording's id, whenever they are told. 409 when it happened after the call's
     * end, 422 for a recording without consent or whose address is no web address, 503 when the database did not take it
     * in time.
     */
    public void note(Call call, CallHappening what, Instant at) {
        note(durable.deadline(), call, null, what, at);
    }

    /** The same by a moment that other work for the request shares. */
    public void note(Deadline deadline, Call call, CallHappening what, Instant at) {
        note(deadline, call, null, what, at);
    }

    /** The same for a teller that counts: {@code seq} is the place among what it tells of the call, and told once. */
    public void note(Call call, long seq, CallHappening what, Instant at) {
        note(durable.deadline(), call, seq, what, at);
    }

    private void note(Deadline deadline, Call call, Long seq, CallHappening what, Instant at) {
        var masked = sensitive.masked(what);
        // Made of what is masked: a short secret is found again from its hash.
        var key = seq == null ? at + "/" + masked.hashCode() : "seq/" + seq;
        var told = announced.completed(call);
        var name = keyOf(masked, key);
        Supplier<Call> storing = () -> {
            taken.store(told.contactId());
            return facts.add(told, name, seq, masked, at);
        };
        if (isForLater(masked)) {
            durable.inTime(deadline, storing);
        } else {
            durable.inTime(deadline, storing, noted -> noted);
        }
    }

    /** What is only known for the moment the call becomes a contact owes the broker nothing. */
    private static boolean isForLater(CallHappening what) {
        return switch (what) {
            case CallHappening.MenuPassed menu -> true;
            case CallHappening.InputGiven input -> true;
            case CallHappening.Said said -> true;
            default -> false;
        };
    }

    private static String keyOf(CallHappening what, String otherwise) {
        return switch (what) {
            case Recorded recorded -> {
                demandConsent(recorded);
                demandAddress(recorded.url());
                yield "recording/" + recorded.recordingId();
            }
            case Transcribed said -> "transcript/" + said.recordingId();
            default -> otherwise;
        };
    }

    private static void demandConsent(Recorded recorded) {
        if (!recorded.consent()) {
            throw unprocessable(
                    "consent-missing",
                    "Nothing of a recording is kept without the caller's consent. Ask for it, and tell of recordings"
                            + " made with it only.",
                    "/consent",
                    "must be true");
        }
    }

    private static void demandAddress(String url) {
        try {
            var address = new URI(url);
            if (url.length() <= URL_LIMIT
                    && ("https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme()))
                    && address.getHost() != null
                    && address.getUserInfo() == null) {
                return;
            }
        } catch (URISyntaxException e) {
            // Refused below, as any other that nobody can open.
        }
        throw unprocessable(
                "recording-address",
                "Send the address at which staff can open the recording.",
                "/url",
                "must be an http or https address of at most 2000 characters, without a name and password in it");
    }

    private static ProblemException unprocessable(String type, String detail, String pointer, String wanted) {
        return ProblemException.unprocessable(type, detail, List.of(new Problem.FieldError(pointer, wanted)));
    }
}
