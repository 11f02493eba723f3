package io.carryon.ticketing.fields;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.sql.DataSource;

/** The fields of each queue, in the caller's transaction. */
@ApplicationScoped
class FieldSchemas {

    private static final TypeReference<List<FieldDefinition>> FIELDS = new TypeReference<>() {};

    private static final String ONE = "select fields, revision from ticketing.field_schema where queue = ?";

    private static final String STORE = """
            insert into ticketing.field_schema (queue, fields, revision) values (?, ?::json, ?)
            on conflict (queue) do update set fields = excluded.fields, revision = excluded.revision""";

    /** A queue's fields; revision 0 is none yet. */
    record FieldSchema(List<FieldDefinition> fields, int revision) {}

    private final Sql sql;
    private final ObjectMapper json;

    FieldSchemas(DataSource database, ObjectMapper json) {
        this.sql = new Sql(database);
        this.json = json;
    }

    FieldSchema of(String queue) {
        return one(ONE, queue);
    }

    /** The same; who changes it waits for whoever else does. */
    FieldSchema locked(String queue) {
        return one(ONE + " for update", queue);
    }

    void store(String queue, FieldSchema schema) {
        try {
            sql.update(STORE, queue, json.writeValueAsString(schema.fields()), schema.revision());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Our own record cannot be written as JSON", e);
        }
    }

    private FieldSchema one(String select, String queue) {
        return sql.first(select, row -> new FieldSchema(read(row.getString(1)), row.getInt(2)), queue)
                .orElseGet(() -> new FieldSchema(List.of(), 0));
    }

    private List<FieldDefinition> read(String stored) {
        try {
            return json.readValue(stored, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored schema cannot be read", e);
        }
    }
}
