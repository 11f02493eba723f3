package io.carryon.gateway.selfservice;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.contact.ContactId;
import io.carryon.gateway.contact.ErasedOriginals;
import io.carryon.gateway.contact.Original;
import io.carryon.gateway.file.FileKinds;
import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.reply.ReplyRequested;
import io.carryon.gateway.storage.Sql;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Files of requests: uploaded first, then named by the message they belong to. Their bytes are in the archive. What no
 * message names is taken out again.
 */
@ApplicationScoped
public class PortalFiles {

    private static final int AT_ONCE = 500;

    private final Sql sql;
    private final Archive archive;
    private final ErasedOriginals erased;
    private final PortalConfig config;
    private final Clock clock;

    PortalFiles(Sql sql, Archive archive, ErasedOriginals erased, PortalConfig config, Clock clock) {
        this.sql = sql;
        this.archive = archive;
        this.erased = erased;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Keeps an upload for its owner; 400 when it is empty, 415 when its content is of no kind that is taken, 413 above the
     * limit, 429 when the owner has too many that no message names yet.
     */
    public PortalFile upload(String owner, String name, InputStream body) throws IOException {
        return upload(owner, name, body, kept -> UUID.randomUUID());
    }

    /** The same for what may come again with the same form: the same bytes by the same name are the same file then. */
    public PortalFile upload(String owner, String form, String name, InputStream body) throws IOException {
        return upload(
                owner,
                name,
                body,
                kept -> ContactId.derive("portal-file", owner, form, String.valueOf(name), kept.sha256()));
    }

    private PortalFile upload(String owner, String name, InputStream body, Function<Original, UUID> id)
            throws IOException {
        if (unclaimed(owner) >= config.filesWaiting()) {
            throw ProblemException.of(
                    429,
                    "too-many-files",
                    "Too many files wait for a message",
                    "Send the message that names them, then upload more.");
        }
        var bytes = new BufferedInputStream(body, FileKinds.HEAD);
        bytes.mark(FileKinds.HEAD);
        var head = bytes.readNBytes(FileKinds.HEAD);
        bytes.reset();
        if (head.length == 0) {
            throw ProblemException.of(400, "empty-file", "The file is empty", "Send its bytes as the body.");
        }
        var kind = FileKinds.of(head)
                .filter(known -> config.fileTypes().contains(known.mediaType()))
                .orElseThrow(() -> ProblemException.of(
                        415,
                        "file-type",
                        "Files of this kind are not taken",
                        "Send a picture, a PDF, an office document, a text, a recording or a ZIP file of it."));
        var kept = archive.store(bytes, kind.mediaType());
        if (kept.size() > config.fileMost().asLongValue()) {
            erased.note(List.of(kept.sha256()), clock.instant());
            throw tooLarge();
        }
        var file = new PortalFile(
                id.apply(kept), kind.named(FileKinds.cleaned(name)), kept.mediaType(), kept.size(), kept.sha256());
        sql.update("""
                insert into portal_file (file_id, owner, name, media_type, size, sha256, uploaded_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (file_id) do nothing
                """, file.id(), owner, file.name(), file.mediaType(), file.size(), file.sha256(), clock.instant());
        return file;
    }

    private ProblemException tooLarge() {
        return ProblemException.of(
                413,
                "too-large",
                "The file is too large",
                "Send at most %d bytes.".formatted(config.fileMost().asLongValue()));
    }

    private int unclaimed(String owner) {
        return sql.first(
                        "select count(*) from portal_file where owner = ? and message_id is null",
                        row -> row.getInt(1),
                        owner)
                .orElse(0);
    }

    /** 400 unless the owner may name all of these in this message: uploaded by them, in no other message. */
    void check(String owner, List<FileRef> wanted, UUID messageId) {
        var ids = ids(wanted);
        if (ids.length > config.filesMost()) {
            throw ProblemException.invalid("/attachments", "must be at most " + config.filesMost());
        }
        var usable = sql.query(
                "select 1 from portal_file where file_id = any(?) and owner = ? and (message_id is null or message_id = ?)",
                row -> 1,
                ids,
                owner,
                messageId);
        if (usable.size() != ids.length) {
            throw ProblemException.invalid(
                    "/attachments", "names a file that you did not upload, or that another message has");
        }
    }

    /** They belong to the message from now on; again without effect. */
    void claim(List<FileRef> wanted, UUID contactId, UUID messageId) {
        if (!wanted.isEmpty()) {
            sql.update("""
                    update portal_file set contact_id = ?, message_id = ?
                    where file_id = any(?) and message_id is null
                    """, contactId, messageId, ids(wanted));
        }
    }

    /** Files of support's answer, once. */
    void addReply(UUID replyId, UUID contactId, List<ReplyRequested.AttachedFile> files, Instant at) {
        sql.batch(
                """
                insert into portal_file (file_id, owner, contact_id, message_id, name, media_type, size, sha256, uploaded_at)
                values (?, 'support', ?, ?, ?, ?, ?, ?, ?) on conflict (file_id) do nothing
                """,
                files.stream()
                        .map(file -> new Object[] {
                            UUID.nameUUIDFromBytes((replyId + file.sha256() + file.name())
                                    .getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                            contactId,
                            replyId,
                            FileKinds.cleaned(file.name()),
                            file.mediaType(),
                            file.size(),
                            file.sha256(),
                            at
                        })
                        .toList());
    }

    /** The files of these messages. */
    Map<UUID, List<PortalFile>> of(Collection<UUID> messages) {
        return sql
                .query(
                        "select * from portal_file where message_id = any(?) order by uploaded_at, file_id",
                        row -> Map.entry(row.getObject("message_id", UUID.class), file(row)),
                        (Object) messages.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** A file of this contact and no other. */
    Optional<PortalFile> find(UUID contactId, UUID fileId) {
        return sql.first(
                "select * from portal_file where file_id = ? and contact_id = ?", PortalFiles::file, fileId, contactId);
    }

    @Scheduled(every = "1h", delayed = "12m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    @Transactional
    void forgetTheUnused() {
        var now = clock.instant();
        var forgotten = sql.query("""
                delete from portal_file where file_id in (
                    select file_id from portal_file where message_id is null and uploaded_at < ?
                    order by uploaded_at limit ? for update skip locked)
                returning sha256
                """, row -> row.getString(1), now.minus(config.filesUnusedFor()), AT_ONCE);
        erased.note(forgotten, now);
    }

    private static UUID[] ids(List<FileRef> files) {
        return files.stream().map(FileRef::id).distinct().toArray(UUID[]::new);
    }

    private static PortalFile file(ResultSet row) throws SQLException {
        return new PortalFile(
                row.getObject("file_id", UUID.class),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"));
    }
}
