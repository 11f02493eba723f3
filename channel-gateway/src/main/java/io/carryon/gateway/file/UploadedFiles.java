package io.carryon.gateway.file;

import io.carryon.gateway.contact.ErasedOriginals;
import io.carryon.gateway.storage.Sql;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Remembers what was uploaded until a reply has taken it, and takes out what none has. */
@ApplicationScoped
public class UploadedFiles {

    private static final int AT_ONCE = 500;

    private final Sql sql;
    private final ErasedOriginals erased;
    private final FileConfig config;
    private final Clock clock;

    UploadedFiles(Sql sql, ErasedOriginals erased, FileConfig config, Clock clock) {
        this.sql = sql;
        this.erased = erased;
        this.config = config;
        this.clock = clock;
    }

    /** Notes a file that the archive has; the same again is as if uploaded now. */
    void note(String sha256, String by) {
        sql.update("""
                insert into uploaded_file (sha256, uploaded_by, uploaded_at) values (?, ?, ?)
                on conflict (sha256) do update set uploaded_at = excluded.uploaded_at
                """, sha256, by, clock.instant());
    }

    /** What replies took is theirs by now, and stays: the archive asks whose it is before it lets anything go. */
    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    @Transactional
    void forgetTheUnused() {
        var now = clock.instant();
        var forgotten = sql.query("""
                delete from uploaded_file where sha256 in (
                    select sha256 from uploaded_file where uploaded_at < ?
                    order by uploaded_at limit ? for update skip locked)
                returning sha256
                """, row -> row.getString(1), now.minus(config.unusedFor()), AT_ONCE);
        erased.note(forgotten, now);
    }
}
