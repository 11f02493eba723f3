package io.carryon.ticketing.webhooks;

import io.carryon.ticketing.outbox.LogReader;
import io.carryon.ticketing.outbox.LogRow;
import io.carryon.ticketing.outbox.OutboxPosition;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Makes deliveries of what the log says. Each receiver has its own place in the log, which moves in the transaction that
 * makes its deliveries: whatever breaks, each event becomes one. Those that stand at one place read the log together.
 */
@ApplicationScoped
class FanOut {

    private static final int PAGE = 100;

    /** Deliveries that wait for one receiver; more stay in the log until it takes some. */
    private static final int MOST_WAITING = 1000;

    private final WebhookStore webhooks;
    private final DeliveryStore deliveries;
    private final LogReader log;
    private final Clock clock;

    FanOut(WebhookStore webhooks, DeliveryStore deliveries, LogReader log, Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.log = log;
        this.clock = clock;
    }

    /** Goes on once for all receivers; whether some have more to be told at once. */
    boolean next() throws SQLException {
        var byPlace = QuarkusTransaction.requiringNew().call(() -> webhooks.hungry(MOST_WAITING)).stream()
                .collect(Collectors.groupingBy(Webhook::place));
        var more = false;
        for (var together : byPlace.entrySet()) {
            more |= next(together.getKey(), together.getValue());
        }
        return more;
    }

    private boolean next(OutboxPosition from, List<Webhook> together) throws SQLException {
        var names = together.stream().anyMatch(hook -> hook.types().isEmpty())
                ? List.<String>of()
                : together.stream().flatMap(hook -> hook.types().stream()).toList();
        var page = log.after(from, EventName.types(names), PAGE);
        if (!page.end().equals(from)) {
            QuarkusTransaction.requiringNew().run(() -> tell(from, together, page));
        }
        return page.more();
    }

    private void tell(OutboxPosition from, List<Webhook> together, LogReader.Page page) {
        var moved = webhooks.advance(together.stream().map(Webhook::id).toList(), from, page.end());
        var now = clock.instant();
        together.stream()
                .filter(hook -> moved.contains(hook.id()))
                .collect(Collectors.groupingBy(
                        hook -> List.copyOf(hook.types()), Collectors.mapping(Webhook::id, Collectors.toList())))
                .forEach((types, ids) -> deliveries.add(ids, wanted(types, page.rows()), now));
    }

    private static List<LogRow> wanted(List<String> types, List<LogRow> rows) {
        var asked = EventName.types(types);
        return rows.stream().filter(row -> asked.contains(row.event().type())).toList();
    }
}
