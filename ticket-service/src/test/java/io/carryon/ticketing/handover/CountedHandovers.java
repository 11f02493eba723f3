package io.carryon.ticketing.handover;

import io.carryon.ticketing.outbox.LogConsequence;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;

/** What follows for offers, whose statements are counted. */
@ApplicationScoped
public class CountedHandovers {

    private final Recipients recipients;

    CountedHandovers(Recipients recipients) {
        this.recipients = recipients;
    }

    public LogConsequence lapses(DataSource counted) {
        return new HandoverLapses(new HandoverStore(counted), recipients);
    }
}
