package io.carryon.ticketing.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/**
 * Deletes old rows in short transactions. One long one would hold back the outbox, whose rows wait for every transaction
 * that is older, and be undone as a whole when it takes longer than a statement may.
 */
@ApplicationScoped
public class Sweep {

    private static final int STEP = 5000;

    private final EntityManager database;

    public Sweep(EntityManager database) {
        this.database = database;
    }

    /** Runs a delete of at most {@code ?2} rows older than {@code ?1} until it finds fewer. */
    public void repeat(String delete, Instant before) {
        var deleted = STEP;
        while (deleted == STEP) {
            deleted = QuarkusTransaction.requiringNew()
                    .call(() -> database.createNativeQuery(delete)
                            .setParameter(1, before)
                            .setParameter(2, STEP)
                            .executeUpdate());
        }
    }
}
