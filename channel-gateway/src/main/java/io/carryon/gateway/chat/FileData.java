package io.carryon.gateway.chat;

import io.carryon.gateway.contact.HeldData;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What is held on chats' files. */
@ApplicationScoped
class FileData {

    private final Sql sql;

    FileData(Sql sql) {
        this.sql = sql;
    }

    List<HeldData> held(UUID[] contacts) {
        return sql.query(
                """
                select session.contact_id, file.*
                from chat_session session join chat_file file using (session_id)
                where session.contact_id = any(?) and file.sha256 <> '' order by added_at
                """,
                row -> HeldData.of(
                                row.getObject("contact_id", UUID.class),
                                "chat-file",
                                Sql.instant(row, "added_at"),
                                row.getString("sha256"))
                        .with("from", row.getString("side"))
                        .with("name", row.getString("name"))
                        .with("mediaType", row.getString("media_type"))
                        .with("size", row.getLong("size")),
                (Object) contacts);
    }

    /** Takes names and contents out, in the caller's transaction; returns the hashes of the contents. */
    List<String> erase(UUID[] sessions) {
        return sql.query("""
                with erased as (
                    select file_id, sha256 from chat_file where session_id = any(?) and sha256 <> '')
                update chat_file set name = '', sha256 = '' from erased where chat_file.file_id = erased.file_id
                returning erased.sha256
                """, row -> row.getString(1), (Object) sessions);
    }

    boolean refersTo(String sha256) {
        return sql.first("select 1 from chat_file where sha256 = ? limit 1", row -> true, sha256)
                .isPresent();
    }
}
