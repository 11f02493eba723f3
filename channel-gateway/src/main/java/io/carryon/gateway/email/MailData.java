package io.carryon.gateway.email;

import io.carryon.gateway.contact.ContactData;
import io.carryon.gateway.contact.HeldData;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What is held on mails: their originals and files. All of it stands in what every channel writes. */
@ApplicationScoped
class MailData implements ContactData {

    private final Sql sql;

    MailData(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<HeldData> held(UUID[] contacts) {
        return sql.query(
                """
                select contact_id, 'mail' as kind, at, provider_id, original_sha256 from intake_log
                where entry_id = any(?) and channel = 'email' and original_sha256 is not null
                union all
                select contact_id, 'mail-file', null, null, sha256 from contact_file where contact_id = any(?)
                  and not exists (select from intake_log where entry_id = contact_file.contact_id
                    and channel in ('whatsapp', 'telegram'))
                order by kind, at
                """,
                row -> HeldData.of(
                                row.getObject("contact_id", UUID.class),
                                row.getString("kind"),
                                Sql.instant(row, "at"),
                                row.getString("original_sha256"))
                        .with("messageId", row.getString("provider_id")),
                contacts,
                contacts);
    }

    @Override
    public Traces erase(UUID[] contacts, Instant at) {
        return Traces.NONE;
    }
}
