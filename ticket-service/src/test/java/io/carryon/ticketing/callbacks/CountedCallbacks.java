package io.carryon.ticketing.callbacks;

import java.time.Clock;
import javax.sql.DataSource;

/** Callbacks over a database whose statements are counted. */
public final class CountedCallbacks {

    private CountedCallbacks() {}

    public static CallbackRequests over(DataSource counted, Clock clock) {
        return new CallbackRequests(new Callbacks(counted), clock);
    }
}
