package io.carryon.ticketing.staff;

import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** What agents have to do: their running tickets, by the weights of the channels. In the caller's transaction. */
@ApplicationScoped
public class Workload {

    private static final String OF = """
            select owner, channel, count(*) from ticketing.ticket
            where owner = any(?) and status in ('NEW', 'OPEN') group by owner, channel""";

    private record Part(String agentId, int weight) {}

    private final Sql sql;
    private final StaffConfig config;

    Workload(DataSource database, StaffConfig config) {
        this.sql = new Sql(database);
        this.config = config;
    }

    /** What each of the agents has to do, 0 for nothing. */
    public Map<String, Integer> of(Collection<String> agentIds) {
        var loads = new HashMap<String, Integer>();
        agentIds.forEach(id -> loads.put(id, 0));
        sql.list(
                        OF,
                        row -> new Part(
                                row.getString(1),
                                config.weights().of(Channel.valueOf(row.getString(2))) * row.getInt(3)),
                        (Object) agentIds.toArray(String[]::new))
                .forEach(part -> loads.merge(part.agentId(), part.weight(), Integer::sum));
        return loads;
    }

    public int of(String agentId) {
        return of(List.of(agentId)).get(agentId);
    }
}
