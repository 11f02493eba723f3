package io.carryon.ticketing.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.StructureEvent;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.workflow.EndCondition;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fields a ticket has by the schema of its queue. What a ticket brought from another queue is kept, and shown again
 * when it is back there.
 */
@ApplicationScoped
public class TicketFields implements EndCondition {

    private final FieldSchemas schemas;
    private final FieldValues values;
    private final ObjectMapper json;
    private final Clock clock;

    TicketFields(FieldSchemas schemas, FieldValues values, ObjectMapper json, Clock clock) {
        this.schemas = schemas;
        this.values = values;
        this.json = json;
        this.clock = clock;
    }

    /** The values of the fields that the ticket's queue knows, in the caller's transaction. */
    public Map<String, JsonNode> of(Ticket ticket) {
        var kept = values.of(ticket.id());
        var shown = new TreeMap<String, JsonNode>();
        if (!kept.isEmpty()) {
            schemas.of(ticket.state().queue()).fields().stream()
                    .filter(field -> kept.has(field.key()))
                    .forEach(field -> shown.put(field.key(), kept.get(field.key())));
        }
        return shown;
    }

    /**
     * Sets some values of a ticket that the caller has locked, a null takes one out; nothing happens when all is so
     * already. 400 naming the value for a field that the queue does not know or a value of another type.
     */
    void set(Ticket ticket, Map<String, JsonNode> given, Actor by) {
        var fields = schemas.of(ticket.state().queue()).fields();
        var kept = values.of(ticket.id());
        var before = new TreeMap<String, Object>();
        var after = new TreeMap<String, Object>();
        given.forEach((key, value) -> {
            check(fields, ticket.state().queue(), key, value);
            change(kept, key, value, before, after);
        });
        if (!after.isEmpty()) {
            values.store(ticket.id(), kept);
            ticket.reported(new StructureEvent.FieldsChanged(before, after), by, clock.instant());
        }
    }

    /** 409 naming the fields without which the ticket's queue lets nothing end. */
    @Override
    public void check(Ticket ticket) {
        var required = schemas.of(ticket.state().queue()).fields().stream()
                .filter(FieldDefinition::required)
                .map(FieldDefinition::key)
                .toList();
        if (required.isEmpty()) {
            return;
        }
        var kept = values.of(ticket.id());
        var missing = required.stream().filter(key -> !kept.has(key)).toList();
        if (!missing.isEmpty()) {
            throw ProblemException.conflict(
                    "fields-missing", "Before the ticket can end it needs values of " + missing + ".");
        }
    }

    private void change(
            ObjectNode kept, String key, JsonNode value, Map<String, Object> before, Map<String, Object> after) {
        var was = kept.get(key);
        var is = value.isNull() ? null : value;
        if (was == null ? is == null : was.equals(is)) {
            return;
        }
        before.put(key, json.convertValue(was, Object.class));
        after.put(key, json.convertValue(is, Object.class));
        if (is == null) {
            kept.remove(key);
        } else {
            kept.set(key, is);
        }
    }

    private static void check(List<FieldDefinition> fields, String queue, String key, JsonNode value) {
        var field = fields.stream()
                .filter(known -> known.key().equals(key))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        "/values",
                        "must have fields of queue %s only: %s"
                                .formatted(
                                        queue,
                                        fields.stream()
                                                .map(FieldDefinition::key)
                                                .toList())));
        if (!value.isNull()) {
            FieldValue.fault(field, value).ifPresent(fault -> {
                throw ProblemException.invalid("/values/" + key, fault);
            });
        }
    }
}
