package io.carryon.ticketing.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.ClockKind;
import io.carryon.ticketing.ticket.Priority;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How long customers may wait, and for whom that holds: of every set that is given the ticket must be in one.
 *
 * @param calendar the business calendar that counts their wait
 * @param pauseOnHold whether clocks stand still while the ticket is on hold
 * @param warnAtPercent the share of the target after which staff are warned
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SlaPolicy")
public record SlaPolicy(
        @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}", message = "must be lower case letters, digits and hyphens")
        @Schema(examples = "urgent")
        String name,

        @Size(max = 50) @Schema(description = "Absent: all queues", examples = "[\"billing\"]")
        Set<@NotNull @Size(max = 64) String> queues,

        @Size(max = 4) @Schema(description = "Absent: all priorities")
        Set<@NotNull Priority> priorities,

        @Size(max = 4)
        @Schema(description = "Of the contact the wait began with. Absent: all channels, which wait the same")
        Set<@NotNull Channel> channels,

        @Size(max = 20)
        @Schema(description = "Of the customer when the wait began. Absent: all", examples = "[\"gold\", \"vip\"]")
        Set<@NotNull @Size(max = 64) String> tiers,

        @NotNull @Size(max = 64) @Schema(description = "A business calendar", examples = "default")
        String calendar,

        @NotNull @Valid Targets targets,
        boolean pauseOnHold,
        @Min(1) @Max(99) @Schema(examples = "75") int warnAtPercent) {

    /** Minutes of business time; a target that is absent is not measured. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SlaTargets", description = "Minutes of business time; what is absent is not measured")
    public record Targets(
            @Min(1) @Max(600_000) @Schema(examples = "240") Integer firstResponse,
            @Min(1) @Max(600_000) @Schema(examples = "480") Integer nextResponse,
            @Min(1) @Max(600_000) @Schema(examples = "2400") Integer resolution) {}

    boolean holdsFor(TicketClock clock) {
        return matches(queues, clock.queue())
                && matches(priorities, clock.priority())
                && matches(channels, clock.channel())
                && matches(tiers, clock.tier());
    }

    boolean holdsForAll() {
        return queues == null && priorities == null && channels == null && tiers == null;
    }

    boolean measuresAll() {
        return targets.firstResponse() != null && targets.nextResponse() != null && targets.resolution() != null;
    }

    Optional<Duration> target(ClockKind kind) {
        var minutes = switch (kind) {
            case FIRST_RESPONSE -> targets.firstResponse();
            case NEXT_RESPONSE -> targets.nextResponse();
            case RESOLUTION -> targets.resolution();
        };
        return Optional.ofNullable(minutes).map(Duration::ofMinutes);
    }

    private static <T> boolean matches(Set<T> wanted, T value) {
        return wanted == null || (value != null && wanted.contains(value));
    }
}
