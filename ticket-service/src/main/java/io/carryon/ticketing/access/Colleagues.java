package io.carryon.ticketing.access;

import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Which queues colleagues may see who are not signed in just now: by their ids, and by the roles of the tokens they last
 * told of themselves or opened a stream with. In the caller's transaction, and as it is, not as it was two seconds ago.
 */
@ApplicationScoped
public class Colleagues {

    private static final String MAY_SEE = "select id from unnest(?) as named (id) where ticketing.may_see(id, ?)";

    private static final String HIDDEN = """
            select named.id, q.queue from unnest(?) as named (id), ticketing.queue_access q
            where q.restricted and not ticketing.may_see(named.id, q.queue)""";

    private record Hidden(String agentId, String queue) {}

    private final Sql sql;

    public Colleagues(DataSource database) {
        this.sql = new Sql(database);
    }

    /** Whether an agent may see a queue's tickets. */
    public boolean maySee(String agentId, String queue) {
        return !whoMaySee(List.of(agentId), queue).isEmpty();
    }

    /** Those of some agents who may see a queue's tickets. */
    public List<String> whoMaySee(Collection<String> agentIds, String queue) {
        return agentIds.isEmpty()
                ? List.of()
                : sql.list(MAY_SEE, row -> row.getString(1), agentIds.toArray(String[]::new), queue);
    }

    /** The queues that are hidden from each of some agents; who may see all is left out. */
    public Map<String, Set<String>> hidden(Collection<String> agentIds) {
        return sql
                .list(HIDDEN, row -> new Hidden(row.getString(1), row.getString(2)), (Object)
                        agentIds.toArray(String[]::new))
                .stream()
                .collect(Collectors.groupingBy(
                        Hidden::agentId, Collectors.mapping(Hidden::queue, Collectors.toUnmodifiableSet())));
    }
}
