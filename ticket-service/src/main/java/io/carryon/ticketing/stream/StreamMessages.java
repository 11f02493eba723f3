package io.carryon.ticketing.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.outbox.LogRow;
import io.carryon.ticketing.ticket.TicketEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Makes messages of rows of the log; one that cannot be shown is left out and counted, and holds nobody up. */
@ApplicationScoped
class StreamMessages {

    private static final Logger LOG = Logger.getLogger(StreamMessages.class);
    private static final int DEEPEST = 20;

    private static final Comparator<StreamMessage> IN_ORDER = Comparator.comparing(
                    (StreamMessage message) -> message.row().position())
            .thenComparing(message -> message.kind().yields());

    private final List<StreamKind> kinds;
    private final Set<TicketEvent.Type> types;
    private final ObjectMapper json;
    private final Counter skipped;

    StreamMessages(@All List<StreamKind> kinds, ObjectMapper json, MeterRegistry metrics) {
        this.kinds = kinds;
        this.types = kinds.stream().flatMap(kind -> kind.types().stream()).collect(Collectors.toUnmodifiableSet());
        this.json = json;
        this.skipped = metrics.counter("carryon.stream.skipped");
    }

    /** The types of events that any message tells of. */
    Set<TicketEvent.Type> types() {
        return types;
    }

    /** The messages of the rows, in their order; of one row those that yield come last. */
    List<StreamMessage> of(List<LogRow> rows) {
        return of(rows, (kind, row) -> true);
    }

    /** Those that go to somebody, in their order. */
    List<StreamMessage> of(List<LogRow> rows, Viewer viewer) {
        return StreamMessage.oneOfEachRow(of(rows, (kind, row) -> kind.concerns(row, viewer)).stream())
                .toList();
    }

    private List<StreamMessage> of(List<LogRow> rows, BiPredicate<StreamKind, LogRow> wanted) {
        return kinds.stream()
                .flatMap(kind -> written(
                        kind,
                        rows.stream()
                                .filter(row -> kind.tells(row) && wanted.test(kind, row))
                                .toList()))
                .sorted(IN_ORDER)
                .toList();
    }

    private Stream<StreamMessage> written(StreamKind kind, List<LogRow> rows) {
        if (rows.isEmpty()) {
            return Stream.empty();
        }
        try {
            return shown(kind, rows).stream();
        } catch (RuntimeException e) {
            if (!isOfTheRows(e)) {
                throw e;
            }
            return rows.stream().flatMap(row -> alone(kind, row));
        }
    }

    private Stream<StreamMessage> alone(StreamKind kind, LogRow row) {
        try {
            return shown(kind, List.of(row)).stream();
        } catch (RuntimeException e) {
            if (!isOfTheRows(e)) {
                throw e;
            }
            skipped.increment();
            LOG.errorf(
                    e,
                    "%s of ticket %s:%d cannot be shown and is not told",
                    kind.name(),
                    row.ticketId(),
                    row.revision());
            return Stream.empty();
        }
    }

    /** Whether what is stored is at fault: what the database does not do now, it does later. */
    private static boolean isOfTheRows(RuntimeException failure) {
        return Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .allMatch(cause -> switch (cause) {
                    case QuarkusTransactionException ofTheTransaction -> false;
                    case SQLException sql ->
                        sql.getSQLState() != null && sql.getSQLState().startsWith("22");
                    default -> true;
                });
    }

    private List<StreamMessage> shown(StreamKind kind, List<LogRow> rows) {
        var contents = QuarkusTransaction.requiringNew().call(() -> kind.contents(rows));
        return rows.stream()
                .filter(row -> contents.containsKey(row.position()))
                .map(row -> new StreamMessage(kind, row, written(contents.get(row.position()))))
                .toList();
    }

    private String written(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Our own record cannot be written as JSON", e);
        }
    }
}
