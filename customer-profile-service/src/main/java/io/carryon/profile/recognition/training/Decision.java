package io.carryon.profile.recognition.training;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * A contact to be linked, with the customer's history: a line of a benchmark or of a team's own confirmed links.
 *
 * @param ticket what it is about, the id of one of the tickets or {@code new}; null where that is not told
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Decision(
        String id, Customer customer, List<Ticket> tickets, List<Said> history, Said contact, String ticket) {

    /** Who it is from. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Customer(
            String id, @JsonProperty("account_no") String accountNumber) {}

    /** An earlier issue. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Ticket(
            String id, @JsonProperty("resolved_at") Instant resolvedAt) {}

    /** A contact of the history, or the new one. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Said(
            String id,
            String ticket,
            String channel,
            Instant at,
            String lang,
            String text,
            @JsonProperty("reply_to") String replyTo) {}
}
