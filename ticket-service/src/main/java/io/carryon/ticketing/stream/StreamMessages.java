package io.carryon.ticketing.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.outbox.LogRow;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Makes messages of rows of the log. */
@ApplicationScoped
class StreamMessages {

    private final List<StreamKind> kinds;
    private final ObjectMapper json;

    StreamMessages(@All List<StreamKind> kinds, ObjectMapper json) {
        this.kinds = kinds;
        this.json = json;
    }

    /** The messages of the rows, in their order. */
    List<StreamMessage> of(List<LogRow> rows) {
        return of(rows, (kind, row) -> true);
    }

    /** Those that concern somebody, in their order. */
    List<StreamMessage> of(List<LogRow> rows, Viewer viewer) {
        return of(rows, (kind, row) -> kind.concerns(row, viewer));
    }

    private List<StreamMessage> of(List<LogRow> rows, BiPredicate<StreamKind, LogRow> wanted) {
        return kinds.stream()
                .flatMap(kind -> written(
                        kind,
                        rows.stream()
                                .filter(row -> kind.tells(row) && wanted.test(kind, row))
                                .toList()))
                .sorted(Comparator.comparing(message -> message.row().position()))
                .toList();
    }

    private Stream<StreamMessage> written(StreamKind kind, List<LogRow> rows) {
        if (rows.isEmpty()) {
            return Stream.empty();
        }
        var contents = QuarkusTransaction.requiringNew().call(() -> kind.contents(rows));
        return rows.stream()
                .filter(row -> contents.containsKey(row.position()))
                .map(row -> new StreamMessage(kind, row, written(contents.get(row.position()))));
    }

    private String written(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Our own record cannot be written as JSON", e);
        }
    }
}
