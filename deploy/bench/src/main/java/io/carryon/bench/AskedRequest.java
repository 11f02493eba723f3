package io.carryon.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A request on the portal and all that its status must tell.
 *
 * @param text what the customer said
 * @param ticketNumber of its ticket
 * @param answer what support said, or null while it has not
 */
record AskedRequest(String reference, String text, String ticketNumber, String answer) {

    private static final ObjectMapper JSON = new ObjectMapper();

    boolean isAnswered() {
        return answer != null;
    }

    /** What is wrong with a status that was told; empty when nothing is. */
    Optional<String> fault(Http.Answer told) {
        if (told.status() != 200) {
            return Optional.of("answered " + told.status());
        }
        try {
            return Optional.ofNullable(fault(JSON.readTree(told.body())));
        } catch (JsonProcessingException e) {
            return Optional.of("no JSON");
        }
    }

    private String fault(JsonNode view) {
        var said =
                StreamSupport.stream(view.path("messages").spliterator(), false).toList();
        if (!view.path("reference").asText().equals(reference)) {
            return "another request";
        }
        if (!view.path("ticketNumber").asText().equals(ticketNumber)) {
            return "another ticket, or none";
        }
        if (said.size() != (isAnswered() ? 2 : 1)) {
            return "not as many messages as were said";
        }
        if (!isFrom("you", text, said.getFirst()) || (isAnswered() && !isFrom("support", answer, said.getLast()))) {
            return "other words than were said";
        }
        return null;
    }

    /** Support's words may stand between a greeting and a signature. */
    private static boolean isFrom(String side, String words, JsonNode message) {
        return message.path("from").asText().equals(side)
                && message.path("text").asText().contains(words);
    }
}
