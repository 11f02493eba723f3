package io.carryon.ticketing.sla;

import io.carryon.ticketing.ticket.ClockKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What customers wait for just now, and by when they should have it. */
@ApplicationScoped
public class Waiting {

    private final ClockStore clocks;
    private final PresentRules rules;

    Waiting(ClockStore clocks, PresentRules rules) {
        this.clocks = clocks;
        this.rules = rules;
    }

    /**
     * What is due next.
     *
     * @param by when it is due; for what stands still, when it were if it went on now
     * @param pause why it stands still, or null
     */
    public record Next(ClockKind kind, Instant by, Pause.Reason pause) {}

    /** Of each ticket that is not done what its customer gets next, in the caller's transaction; one statement. */
    public Map<UUID, Next> of(Collection<UUID> tickets, Instant now) {
        var present = rules.get();
        return clocks.live(tickets).entrySet().stream()
                .flatMap(entry ->
                        next(entry.getValue(), present, now).map(found -> Map.entry(entry.getKey(), found)).stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What is stored of a ticket's clocks, as its view has it; in the caller's transaction. */
    public List<ClockView> shown(UUID ticket) {
        return clocks.shown(ticket);
    }

    /** An answer before the solution, as it is what the customer hears first. */
    static Optional<Next> next(List<TicketClock> clocks, SlaRules rules, Instant now) {
        return clocks.stream()
                .filter(clock -> clock.stoppedAt() == null)
                .min(Comparator.comparing(clock -> clock.kind() == ClockKind.RESOLUTION))
                .flatMap(clock -> rules.expected(clock, now)
                        .map(by -> new Next(
                                clock.kind(),
                                by,
                                clock.present().map(Pause::reason).orElse(null))));
    }
}
