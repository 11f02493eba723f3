package io.carryon.ticketing.canned;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.settings.SettingsTrail;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;

/** The templates and the macros there are. */
@ApplicationScoped
class Shelves {

    private final Shelf<ReplyTemplate> templates;
    private final Shelf<Macro> macros;

    Shelves(SettingsTrail trail, ObjectMapper json, DataSource database) {
        this.templates = new Shelf<>("template", ReplyTemplate.class, trail, json, database);
        this.macros = new Shelf<>("macro", Macro.class, trail, json, database);
    }

    Shelf<ReplyTemplate> templates() {
        return templates;
    }

    Shelf<Macro> macros() {
        return macros;
    }
}
