package io.carryon.ticketing.promises;

import io.carryon.ticketing.outbox.LogProjection;
import io.carryon.ticketing.outbox.Outlooks;
import io.carryon.ticketing.sla.Waiting;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;

/** Promises whose statements are counted. */
@ApplicationScoped
public class CountedPromises {

    public LogProjection keeper(DataSource counted) {
        return new PromiseKeeper(new PromiseStore(counted));
    }

    public Outlooks outlooks(DataSource counted, Waiting waiting) {
        return new PresentOutlooks(new PromiseStore(counted), waiting);
    }
}
