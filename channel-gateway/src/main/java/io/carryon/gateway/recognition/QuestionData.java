package io.carryon.gateway.recognition;

import io.carryon.gateway.contact.ContactData;
import io.carryon.gateway.contact.HeldData;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What is held on questions. The row of an erased one stays, so that the same event does not ask it again. */
@ApplicationScoped
class QuestionData implements ContactData {

    private final Sql sql;

    QuestionData(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<HeldData> held(UUID[] contacts) {
        return sql.query(
                "select * from recognition_question where contact_id = any(?) and text <> ''",
                row -> HeldData.of(
                                row.getObject("contact_id", UUID.class),
                                "recognition-question",
                                Sql.instant(row, "asked_at"),
                                null)
                        .with("text", row.getString("text"))
                        .with("same", row.getObject("same", Boolean.class))
                        .with("answeredAt", Sql.instant(row, "answered_at")),
                (Object) contacts);
    }

    @Override
    public Traces erase(UUID[] contacts, Instant at) {
        sql.update("""
                update recognition_question set text = '', language = '', issue_id = null,
                    asked_at = coalesce(asked_at, ?), published_at = coalesce(published_at, ?)
                where contact_id = any(?)
                """, at, at, contacts);
        return Traces.NONE;
    }
}
