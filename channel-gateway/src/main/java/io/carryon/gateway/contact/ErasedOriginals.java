package io.carryon.gateway.contact;

import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.storage.StorageException;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Takes erased contents out of the archive: noted in the erasure's transaction, taken out after it, or by a job when the
 * archive was away or had stored the same lately. A content that another contact has too stays.
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

    /** Notes contents that are to go, in the caller's transaction; also while they are looked at for an earlier one. */
    public void note(Collection<String> contents, Instant at) {
        sql.batch(
                """
                insert into erased_original (sha256, erased_at) values (?, ?)
                on conflict (sha256) do update set erased_at = excluded.erased_at
                """, contents.stream().map(sha256 -> new Object[] {sha256, at}).toList());
    }

    /**
     * Takes out whatever is noted. What the archive does not let go stays noted, and keeps nothing behind it back; throws
     * when the database is away.
     */
    public void takeOut() {
        var refused = new ArrayList<ArchiveUnavailable>();
        for (var page = noted(Noted.BEFORE_ALL); !page.isEmpty(); page = noted(page.getLast())) {
            for (var content : page) {
                try {
                    takeOut(content);
                } catch (ArchiveUnavailable e) {
                    refused.add(e);
                }
            }
        }
        if (!refused.isEmpty()) {
            LOG.warnf(refused.getFirst(), "Erased originals that the archive does not let go: %d", refused.size());
        }
    }

    private List<Noted> noted(Noted after) {
        return sql.query(
                """
                select sha256, erased_at from erased_original where (erased_at, sha256) > (?, ?)
                order by erased_at, sha256 limit ?
                """,
                row -> new Noted(row.getString("sha256"), Sql.instant(row, "erased_at")),
                after.at(),
                after.sha256(),
                AT_ONCE);
    }

    // Whoever stored it since the question for its rows stored it lately, and the archive keeps it. Whoever had it then
    // and was erased since noted it anew.
    private void takeOut(Noted content) {
        if (isReferredTo(content.sha256()) || archive.erase(content.sha256())) {
            sql.update(
                    "delete from erased_original where sha256 = ? and erased_at = ?", content.sha256(), content.at());
        }
    }

    private boolean isReferredTo(String sha256) {
        return intake.refersTo(sha256) || channels.stream().anyMatch(channel -> channel.refersTo(sha256));
    }

    @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void takeOutLeftOvers() {
        try {
            takeOut();
        } catch (StorageException e) {
            if (!e.isPassing()) {
                throw e;
            }
            LOG.warnf("Erased originals are still to be taken out of the archive: %s", e.getMessage());
        }
    }

    private record Noted(String sha256, Instant at) {

        private static final Noted BEFORE_ALL = new Noted("", Instant.EPOCH);
    }
}
