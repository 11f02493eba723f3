package io.carryon.gateway.email.smtpd;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;

/** What one listener did, as metrics and for the health entry; mails that are put off are the trouble to see. */
final class ListenerRecord {

    private static final String TAG = "protocol";

    private final String protocol;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final Counter connections;
    private volatile Instant lastMail;
    private volatile Instant deferringSince;

    ListenerRecord(Protocol protocol, MeterRegistry metrics, Clock clock) {
        this.protocol = protocol.name().toLowerCase(Locale.ROOT);
        this.metrics = metrics;
        this.clock = clock;
        this.connections = metrics.counter("carryon.smtpd.connections", TAG, this.protocol);
        mails("accepted", 0);
        mails("deferred", 0);
    }

    void connected() {
        connections.increment();
    }

    void taken() {
        lastMail = Instant.now(clock);
        deferringSince = null;
        mails("accepted", 1);
    }

    /** A mail is to be sent again later, because it cannot be kept safely now. */
    void deferred() {
        if (deferringSince == null) {
            deferringSince = Instant.now(clock);
        }
        mails("deferred", 1);
    }

    /** Whatever was refused, to be brought again or not at all; the reason is the reply's status, of which there are few. */
    void refused(Reply reply) {
        metrics.counter("carryon.smtpd.refusals", TAG, protocol, "code", code(reply), "status", reply.status())
                .increment();
    }

    private static String code(Reply reply) {
        return String.valueOf(reply.code());
    }

    private void mails(String outcome, int count) {
        metrics.counter("carryon.smtpd.mails", TAG, protocol, "outcome", outcome)
                .increment(count);
    }

    String state() {
        var since = deferringSince;
        var last = lastMail == null ? ", no mail yet" : ", last mail " + lastMail;
        return (since == null ? "listening" : "degraded: mails are put off since " + since) + last;
    }
}
