package io.carryon.ticketing.sla;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.outbox.LogProjection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import javax.sql.DataSource;

/** Clocks whose statements are counted. */
@ApplicationScoped
public class CountedClocks {

    private final PresentRules rules;
    private final ObjectMapper json;
    private final Event<ClocksReadAgain> readAgain;

    CountedClocks(PresentRules rules, ObjectMapper json, Event<ClocksReadAgain> readAgain) {
        this.rules = rules;
        this.json = json;
        this.readAgain = readAgain;
    }

    public LogProjection keeper(DataSource counted) {
        return new ClockKeeper(new ClockStore(counted, json, readAgain), rules);
    }

    public Waiting waiting(DataSource counted) {
        return new Waiting(new ClockStore(counted, json, readAgain), rules);
    }
}
