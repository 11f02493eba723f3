package io.carryon.gateway.recognition;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of questions and of their answers. */
@ApplicationScoped
public class QuestionStore {

    private final Sql sql;
    private final Clock clock;

    public QuestionStore(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** An answer, how often it was changed, and whether the broker has it. */
    public record Answer(RecognitionAnswered event, int changes, boolean published) {}

    /** Adds the questions; the first one about a contact stays, and what staff settled before stays settled. */
    public void add(Collection<RecognitionQuestion> questions) {
        var now = clock.instant();
        sql.batch(
                """
                insert into recognition_question (contact_id, issue_id, language, text, asked_at)
                values (?, ?, ?, ?, ?) on conflict (contact_id) do update
                set issue_id = excluded.issue_id, language = excluded.language, text = excluded.text,
                    asked_at = excluded.asked_at
                where recognition_question.asked_at is null
                """,
                questions.stream()
                        .map(q -> new Object[] {q.contactId(), q.issueId(), q.language(), q.text(), now})
                        .toList());
    }

    /**
     * Ends the questions that staff have settled, and asks again what they took back. One that has not come yet is
     * settled all the same: the events of a contact come by two topics, in any order.
     */
    void settle(Collection<ContactLinked> linked) {
        var now = clock.instant();
        sql.batch(
                """
                insert into recognition_question (contact_id, language, text, settled_at) values (?, '', '', ?)
                on conflict (contact_id) do update set settled_at = excluded.settled_at
                """,
                linked.stream()
                        .map(link -> new Object[] {link.contactId(), link.isSettled() ? now : null})
                        .toList());
    }

    /** Those of the contacts' questions that neither customer nor staff have answered. */
    public List<RecognitionQuestion> open(Collection<UUID> contactIds) {
        return sql.query(
                "select * from recognition_question where contact_id = any(?) and same is null and settled_at is null and text <> ''",
                row -> new RecognitionQuestion(
                        row.getObject("contact_id", UUID.class),
                        row.getObject("issue_id", UUID.class),
                        row.getString("language"),
                        row.getString("text")),
                (Object) contactIds.toArray(UUID[]::new));
    }

    /** Notes the answer, which replaces another; the same one again changes nothing. Empty when nothing is asked. */
    @Transactional
    Optional<Answer> answer(UUID contactId, boolean same, Channel channel) {
        var held = sql.first(
                "select * from recognition_question where contact_id = ? and settled_at is null and text <> '' for update",
                row -> Boolean.valueOf(same).equals(row.getObject("same", Boolean.class))
                        ? Optional.of(answer(row))
                        : Optional.<Answer>empty(),
                contactId);
        if (held.isEmpty() || held.get().isPresent()) {
            return held.flatMap(before -> before);
        }
        // Later than the one before by any clock: readers take the latest.
        return sql.first(
                """
                update recognition_question set same = ?, channel = ?, changes = changes + 1, published_at = null, attempts = 0,
                    answered_at = greatest(?, answered_at + interval '1 millisecond')
                where contact_id = ? returning *
                """,
                QuestionStore::answer,
                same,
                channel.wireName(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                contactId);
    }

    /** The broker has this answer; without effect when it was changed meanwhile. */
    void published(Answer answer) {
        sql.update(
                "update recognition_question set published_at = ? where contact_id = ? and changes = ?",
                clock.instant(),
                answer.event().contactId(),
                answer.changes());
    }

    /** The answer could not be published: it is tried again behind those that did not fail as often. */
    void failed(Answer answer) {
        sql.update(
                "update recognition_question set attempts = attempts + 1 where contact_id = ? and changes = ?",
                answer.event().contactId(),
                answer.changes());
    }

    /** At most 100 answers owed to the broker for longer than this: those that failed least, the oldest of them first. */
    List<Answer> owedLongerThan(Duration age) {
        return sql.query("""
                select * from recognition_question
                where answered_at is not null and published_at is null and answered_at <= ?
                order by attempts, answered_at limit 100
                """, QuestionStore::answer, clock.instant().minus(age));
    }

    private static Answer answer(ResultSet row) throws SQLException {
        var contactId = row.getObject("contact_id", UUID.class);
        var same = row.getBoolean("same");
        var changes = row.getInt("changes");
        Instant at = Sql.instant(row, "answered_at");
        return new Answer(
                new RecognitionAnswered(
                        RecognitionAnswered.idOf(contactId, changes, same),
                        contactId,
                        same,
                        row.getObject("issue_id", UUID.class),
                        Channel.ofWireName(row.getString("channel")),
                        at),
                changes,
                row.getObject("published_at") != null);
    }
}
