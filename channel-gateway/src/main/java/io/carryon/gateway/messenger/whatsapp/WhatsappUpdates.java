package io.carryon.gateway.messenger.whatsapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.gateway.contact.ContactId;
import io.carryon.gateway.messenger.ArrivedUpdate;
import io.carryon.gateway.messenger.whatsapp.WhatsappConnections.Number;
import io.carryon.gateway.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Takes a webhook apart into messages and states, each of which is worked off by itself. */
@ApplicationScoped
class WhatsappUpdates {

    private static final Logger LOG = Logger.getLogger(WhatsappUpdates.class);

    private final WhatsappConnections connections;
    private final ObjectMapper json;

    WhatsappUpdates(WhatsappConnections connections, ObjectMapper json) {
        this.connections = connections;
        this.json = json;
    }

    /** What is in it by connection; 400 when it is no JSON. */
    Map<String, List<ArrivedUpdate>> of(Number posted, byte[] body) {
        var found = new LinkedHashMap<String, List<ArrivedUpdate>>();
        for (var entry : read(body).path("entry")) {
            for (var change : entry.path("changes")) {
                var value = change.path("value");
                var number = connections.ofApp(
                        posted, value.at("/metadata/phone_number_id").asText());
                if (number.isPresent()) {
                    var updates = found.computeIfAbsent(number.get().name(), name -> new ArrayList<>());
                    value.path("messages").forEach(message -> updates.add(message(value, message)));
                    value.path("statuses").forEach(status -> updates.add(status(status)));
                } else if (value.has("messages")) {
                    LOG.warnf("WhatsApp connection %s: a webhook is about a number that is not ours", posted.name());
                }
            }
        }
        return found;
    }

    private ArrivedUpdate message(JsonNode value, JsonNode message) {
        var from = message.path("from").asText();
        var update = json.createObjectNode();
        for (var contact : value.path("contacts")) {
            if (contact.path("wa_id").asText().equals(from)
                    || value.path("contacts").size() == 1) {
                update.set("contact", contact);
            }
        }
        update.set("message", message);
        return arrived("message", message.path("id"), from, message, update);
    }

    /** States need no order among them, and wait for nobody's files. */
    private ArrivedUpdate status(JsonNode status) {
        var update = json.createObjectNode();
        update.set("status", status);
        var id = status.path("id").asText();
        return arrived("status " + status.path("status").asText(), status.path("id"), "status " + id, status, update);
    }

    private ArrivedUpdate arrived(String what, JsonNode id, String conversation, JsonNode whole, ObjectNode update) {
        var bytes = written(update);
        var known = id.isTextual() && !id.asText().isEmpty()
                ? id.asText()
                : HexFormat.of().formatHex(ContactId.sha256().digest(bytes));
        return new ArrivedUpdate(
                what + " " + known, conversation, whole.path("timestamp").asLong(), bytes);
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw ProblemException.of(400, "malformed-json", "The body is not valid JSON", "Send one JSON object.");
        }
    }

    private byte[] written(ObjectNode update) {
        try {
            return json.writeValueAsBytes(update);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read as JSON can be written as such", e);
        }
    }
}
