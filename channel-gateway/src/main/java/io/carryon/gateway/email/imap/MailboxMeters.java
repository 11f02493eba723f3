package io.carryon.gateway.email.imap;

import io.carryon.gateway.email.ArrivedMail.Disposition;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.Locale;

/** One mailbox's figures, each under {@code carryon_mailbox_…{mailbox}}. */
final class MailboxMeters {

    private static final String TAG = "mailbox";

    private final MeterRegistry metrics;
    private final String connection;

    MailboxMeters(MeterRegistry metrics, String connection, MailboxState state) {
        this.metrics = metrics;
        this.connection = connection;
        Gauge.builder("carryon.mailbox.readable", state, now -> now.isWell() ? 1 : 0)
                .description("1 while mails can be read, 0 while they cannot")
                .tag(TAG, connection)
                .register(metrics);
        Gauge.builder("carryon.mailbox.waiting", state, MailboxState::waiting)
                .description("Mails in the folder at the last look")
                .tag(TAG, connection)
                .register(metrics);
        Gauge.builder("carryon.mailbox.last.look", state, MailboxState::lastLookSeconds)
                .description("When the folder was last looked at, in seconds since 1970; 0 for never")
                .baseUnit("seconds")
                .tag(TAG, connection)
                .register(metrics);
        for (var disposition : Disposition.values()) {
            count(disposition, 0);
        }
    }

    void count(Collection<Disposition> dispositions) {
        dispositions.forEach(disposition -> count(disposition, 1));
    }

    private void count(Disposition disposition, int mails) {
        metrics.counter(
                        "carryon.mailbox.mails",
                        TAG,
                        connection,
                        "outcome",
                        disposition.name().toLowerCase(Locale.ROOT))
                .increment(mails);
    }
}
