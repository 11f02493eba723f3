package io.carryon.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The few requests of customers, portals and staff that the benchmarks make. */
final class CarryonApi {

    private final ObjectMapper json = new ObjectMapper();
    private final RunningStack stack;
    private final String gateway;
    private final String profile;
    private final String ticketing;
    private final String portalToken;
    private final String staffToken;

    CarryonApi(RunningStack stack) throws IOException {
        this.stack = stack;
        gateway = stack.url("channel-gateway");
        profile = stack.url("customer-profile-service");
        ticketing = stack.url("ticket-service");
        portalToken = stack.token("portal");
        staffToken = stack.token("supervisor");
    }

    RunningStack stack() {
        return stack;
    }

    /** Sends one portal request and answers its contact id, or null when it was not accepted. */
    String request(String idempotencyKey, String name, String email, String subject, String text) {
        var body = Map.of(
                "requester", Map.of("name", name, "email", email, "verified", true), "subject", subject, "text", text);
        try {
            var answer = Http.post(
                    gateway + "/portal/v1/requests",
                    portalToken,
                    Map.of("Idempotency-Key", '"' + idempotencyKey + '"'),
                    json.writeValueAsBytes(body));
            return answer.status() / 100 == 2
                    ? json.readTree(answer.body()).path("contactId").asText(null)
                    : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** The tickets that hold a contact. */
    List<JsonNode> ticketsOfContact(String contactId) throws IOException {
        return items(ticketing + "/v1/tickets?contactId=" + contactId);
    }

    /** The tickets with exactly this subject; the search alone also finds those whose words begin with its words. */
    List<JsonNode> ticketsAbout(String subject) throws IOException {
        return items(ticketing + "/v1/tickets?limit=100&q=" + URLEncoder.encode(subject, StandardCharsets.UTF_8))
                .stream()
                .filter(ticket -> ticket.path("subject").asText().equals(subject))
                .toList();
    }

    /** The ids of all entries of customers in a ticket. */
    List<String> customerEntries(String ticketId) throws IOException {
        var ids = new ArrayList<String>();
        var path = ticketing + "/v1/tickets/" + ticketId + "/entries?limit=100";
        String cursor = null;
        do {
            var page = get(cursor == null ? path : path + "&cursor=" + cursor);
            for (var entry : page.path("items")) {
                if (entry.path("kind").asText().equals("CONTACT")) {
                    ids.add(entry.path("contactId").asText());
                }
            }
            cursor = page.path("next").asText(null);
        } while (cursor != null);
        return ids;
    }

    /** Whether the profile has recognized a contact. */
    boolean recognized(String contactId) throws IOException {
        return send(profile + "/v1/contacts/" + contactId).status() == 200;
    }

    /** The profile's metrics in the text format of Prometheus. */
    String profileMetrics() throws IOException {
        return Http.get(profile + "/q/metrics", staffToken).body();
    }

    /** What became of every mail that reached the mailbox, by outcome. */
    JsonNode intakeSummary() throws IOException {
        return get(gateway + "/v1/intake/summary");
    }

    JsonNode get(String url) throws IOException {
        var answer = send(url);
        if (answer.status() != 200) {
            throw new IOException("GET %s answered %d: %s".formatted(url, answer.status(), answer.body()));
        }
        return json.readTree(answer.body());
    }

    String gateway() {
        return gateway;
    }

    private List<JsonNode> items(String url) throws IOException {
        var found = new ArrayList<JsonNode>();
        get(url).path("items").forEach(found::add);
        return found;
    }

    private Http.Answer send(String url) throws IOException {
        return Http.get(url, staffToken);
    }
}
