package io.carryon.gateway.contact;

import io.carryon.gateway.storage.Sql;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Takes erased contents out of the archive: noted in the erasure's transaction, taken out after it, and again by a job
 * when the archive was away. A content that another contact has too stays.
 */
@ApplicationScoped
public class ErasedOriginals {

    private static final Logger LOG = Logger.getLogger(ErasedOriginals.class);
    private static final int AT_ONCE = 500;

    private final Sql sql;
    private final Archive archive;
    private final IntakeErasure intake;
    private final List<ContactData> channels;

    public ErasedOriginals(Sql sql, Archive archive, IntakeErasure intake, @All List<ContactData> channels) {
        this.sql = sql;
        this.archive = archive;
        this.intake = intake;
        this.channels = channels;
    }

    /** Notes contents that are to go, in the caller's transaction. */
    public void note(Collection<String> contents, Instant at) {
        sql.batch(
                "insert into erased_original (sha256, erased_at) values (?, ?) on conflict (sha256) do nothing",
                contents.stream().map(sha256 -> new Object[] {sha256, at}).toList());
    }

    /** Takes out whatever is noted; throws when the archive or the database is away, and the rest stays noted. */
    public void takeOut() {
        List<String> noted;
        do {
            noted = sql.query(
                    "select sha256 from erased_original order by erased_at, sha256 limit ?",
                    row -> row.getString(1),
                    AT_ONCE);
            noted.forEach(this::takeOut);
        } while (noted.size() == AT_ONCE);
    }

    private void takeOut(String sha256) {
        if (!intake.refersTo(sha256) && channels.stream().noneMatch(channel -> channel.refersTo(sha256))) {
            archive.erase(sha256);
        }
        sql.update("delete from erased_original where sha256 = ?", sha256);
    }

    @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void takeOutLeftOvers() {
        try {
            takeOut();
        } catch (RuntimeException e) {
            LOG.warnf("Erased originals are still to be taken out of the archive: %s", e.getMessage());
        }
    }
}
