package io.carryon.ticketing.sla;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.outbox.LogProjection;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;

/** Clocks whose statements are counted. */
@ApplicationScoped
public class CountedClocks {

    private final PresentRules rules;
    private final ObjectMapper json;

    CountedClocks(PresentRules rules, ObjectMapper json) {
        this.rules = rules;
        this.json = json;
    }

    public LogProjection keeper(DataSource counted) {
        return new ClockKeeper(new ClockStore(counted, json), rules);
    }

    public Waiting waiting(DataSource counted) {
        return new Waiting(new ClockStore(counted, json), rules);
    }
}
