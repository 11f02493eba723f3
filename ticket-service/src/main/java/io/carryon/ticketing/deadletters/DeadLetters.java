package io.carryon.ticketing.deadletters;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All dead letters of the line. */
@ApplicationScoped
class DeadLetters implements PanacheRepositoryBase<DeadLetter, UUID> {

    Optional<DeadLetter> locked(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Latest first, of a state and a consumer when given, after a mark when given. */
    List<DeadLetterView> page(DeadLetter.State state, String consumer, Instant markTime, UUID markId, int limit) {
        var where = new StringBuilder("1 = 1");
        Map<String, Object> values = new HashMap<>();
        if (state != null) {
            where.append(" and state = :state");
            values.put("state", state);
        }
        if (consumer != null) {
            where.append(" and consumer = :consumer");
            values.put("consumer", consumer);
        }
        if (markTime != null) {
            where.append(" and (diedAt < :time or (diedAt = :time and id < :id))");
            values.put("time", markTime);
            values.put("id", markId);
        }
        // Without key, headers and payload: a page of large letters would not fit into memory.
        var query = getEntityManager()
                .createQuery(
                        "select new io.carryon.ticketing.deadletters.DeadLetterView(id, state, consumer, originalTopic,"
                                + " eventId, eventType, correlation, reason, cause, diedAt, topic, kafkaPartition,"
                                + " kafkaOffset, settledAt, settledBy, settledWhy) from DeadLetter where " + where
                                + " order by diedAt desc, id desc",
                        DeadLetterView.class);
        values.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }

    long waiting() {
        return count("state", DeadLetter.State.WAITING);
    }
}
