package io.carryon.ticketing.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.uuid.Generators;
import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import javax.sql.DataSource;

/** Writes down who changed a setting and how, in the transaction of the change. */
@ApplicationScoped
public class SettingsTrail {

    private static final String WRITE = """
            insert into ticketing.setting_change (id, at, actor, actor_name, kind, name, before, after)
            values (?, ?, ?, ?, ?, ?, ?::json, ?::json)""";

    private final Sql sql;
    private final SignedIn signedIn;
    private final ObjectMapper json;
    private final Clock clock;

    SettingsTrail(DataSource database, SignedIn signedIn, ObjectMapper json, Clock clock) {
        this.sql = new Sql(database);
        this.signedIn = signedIn;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Whoever is signed in has changed a setting.
     *
     * @param kind what sort of setting, such as {@code calendar}
     * @param name which of them
     * @param before what is shown of it as it was, null when it is new; no secrets
     * @param after the same as it is now, null when it is gone
     */
    public void changed(String kind, String name, Object before, Object after) {
        sql.update(
                WRITE,
                Generators.timeBasedEpochGenerator().generate(),
                clock.instant(),
                signedIn.id(),
                signedIn.name(),
                kind,
                name,
                written(before),
                written(after));
    }

    private String written(Object setting) {
        try {
            return setting == null ? null : json.writeValueAsString(setting);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Our own record cannot be written as JSON", e);
        }
    }
}
