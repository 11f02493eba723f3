package io.carryon.profile.recognition.training;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A decision with its answer, in the form that the training command reads, one a line. */
public record TrainingExample(
        UUID id, Person customer, List<Ticket> tickets, List<Past> history, Present contact, Label label) {

    /** Whose contact it is. */
    public record Person(UUID id) {}

    /**
     * An issue of theirs at that time.
     *
     * @param id T1 for the first, and so on
     * @param status open or resolved
     * @param resolvedAt null where it was open, or where the time is not known
     */
    public record Ticket(
            String id,
            String status,
            @JsonProperty("opened_at") Instant openedAt,
            @JsonProperty("resolved_at") Instant resolvedAt) {}

    /** A contact that came before, about one of the issues. */
    public record Past(
            String id, String ticket, String channel, Instant at, String lang, String subject, String text) {}

    /**
     * The contact that was decided.
     *
     * @param replyTo null: what a thread proves needs no training
     */
    public record Present(
            String channel,
            Instant at,
            String lang,
            String subject,
            String text,
            @JsonProperty("reply_to") String replyTo) {}

    /**
     * What was said.
     *
     * @param ticket one of the issues, or {@code new}
     * @param state how it was said
     */
    public record Label(String ticket, String state) {}
}
