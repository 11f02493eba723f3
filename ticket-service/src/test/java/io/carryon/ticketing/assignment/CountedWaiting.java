package io.carryon.ticketing.assignment;

import io.carryon.ticketing.outbox.LogProjection;
import io.carryon.ticketing.staff.StaffConfig;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;

/** The list of waiting tickets, whose statements are counted. */
@ApplicationScoped
public class CountedWaiting {

    private final StaffConfig config;

    CountedWaiting(StaffConfig config) {
        this.config = config;
    }

    public LogProjection list(DataSource counted) {
        return new WaitingList(counted, config);
    }
}
