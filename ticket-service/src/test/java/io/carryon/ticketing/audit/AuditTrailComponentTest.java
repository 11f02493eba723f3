package io.carryon.ticketing.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.ticketing.storage.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditTrailComponentTest {

    /** Somebody who has written many notes since they last changed a priority, as others do all the time. */
    private static final String DEEDS = """
            insert into ticketing.ticket_event (ticket_id, revision, type, payload, state, actor_kind, actor, at)
            select gen_random_uuid(), n, case when n <= 3 or other then 'PRIORITY_CHANGED' else 'NOTED' end, '{}', '{}',
                'STAFF', case when other then 'other' else ? end, now() - interval '1 day' + n * interval '1 second'
            from generate_series(1, 20000) as n, unnest(array[true, false]) as other""";

    private static final String SETTINGS = """
            insert into ticketing.setting_change (id, at, actor, kind, name)
            select gen_random_uuid(), now() - interval '1 day' + n * interval '1 second',
                case when other then 'other' else ? end, case when n <= 3 or other then 'calendar' else 'team' end, 'some'
            from generate_series(1, 20000) as n, unnest(array[true, false]) as other""";

    private static final String READ = """
            select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)) from pg_stat_xact_user_tables
            where relid in ('ticketing.ticket_event'::regclass, 'ticketing.setting_change'::regclass)""";

    @Inject
    DataSource database;

    @Inject
    AuditTrail trail;

    @Test
    void whatSomebodyDidOfOneKindIsReadWithoutTheRestOfWhatTheyDid() {
        var who = "busy-" + UUID.randomUUID();
        QuarkusTransaction.begin();
        try {
            var sql = new Sql(database);
            sql.update(DEEDS, who);
            sql.update(SETTINGS, who);
            sql.update("analyze ticketing.ticket_event");
            sql.update("analyze ticketing.setting_change");

            for (var kind : new String[] {"PRIORITY_CHANGED", "calendar"}) {
                var filter = new AuditFilter();
                filter.who = who;
                filter.kind = kind;
                var before = read(sql);

                assertThat(trail.latest(filter, new String[0], null, 26)).hasSize(3);
                assertThat(read(sql) - before).isLessThan(100);
            }
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private static long read(Sql sql) {
        return sql.first(READ, row -> row.getLong(1)).orElseThrow();
    }
}
