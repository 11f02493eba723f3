package io.carryon.ticketing.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.ClockKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A wait of the ticket's customer as staff see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SlaClock")
public record ClockView(
        ClockKind kind,

        @Schema(
                description =
                        "RUNNING, or PAUSED while nobody waits for staff; once stopped MET, MISSED, or WITHDRAWN when "
                                + "the ticket was solved in time without an answer; UNMEASURED without a target")
        ClockReading.Outcome outcome,

        @Schema(description = "The policy that holds", examples = "standard")
        String policy,

        Instant startedAt,

        @Schema(description = "Absent while it is paused, and without a target")
        Instant dueAt,

        @Schema(description = "Absent until it has stopped") Instant stoppedAt,

        @Schema(description = "Seconds of business time that passed until it stopped")
        Long workedSec,

        @Schema(description = "When staff were warned") Instant warnedAt,

        @Schema(description = "When it was escalated") Instant breachedAt) {

    static ClockView read(ResultSet row) throws SQLException {
        return new ClockView(
                ClockKind.valueOf(row.getString("kind")),
                ClockReading.Outcome.valueOf(row.getString("outcome")),
                row.getString("policy"),
                Sql.instant(row, "started_at"),
                Sql.instant(row, "due_at"),
                Sql.instant(row, "stopped_at"),
                row.getObject("worked_sec", Long.class),
                Sql.instant(row, "warned_at"),
                Sql.instant(row, "breached_at"));
    }
}
