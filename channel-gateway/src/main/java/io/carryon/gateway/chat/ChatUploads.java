package io.carryon.gateway.chat;

import com.fasterxml.uuid.Generators;
import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.contact.ErasedOriginals;
import io.carryon.gateway.contact.Original;
import io.carryon.gateway.file.FileKinds;
import io.carryon.gateway.problem.ProblemException;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Files that visitors upload before the message that takes them. What a file is, its bytes say. */
@ApplicationScoped
public class ChatUploads {

    private static final int AT_ONCE = 500;

    private final ChatTalk talk;
    private final ChatFiles files;
    private final Archive archive;
    private final ErasedOriginals erased;
    private final ChatConfig config;
    private final Clock clock;

    public ChatUploads(
            ChatTalk talk, ChatFiles files, Archive archive, ErasedOriginals erased, ChatConfig config, Clock clock) {
        this.talk = talk;
        this.files = files;
        this.archive = archive;
        this.erased = erased;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Keeps the file, whose bytes are not held in memory. 400 when it is empty, 409 when the chat has ended or has as many
     * files as it may, 413 above the limit, 415 for programs, scripts, markup and what is of no known kind.
     */
    public ChatFile upload(ChatSession session, String name, InputStream body) throws IOException {
        if (files.uploaded(talk.open(session).sessionId()) >= config.files().perChat()) {
            throw tooMany();
        }
        var bytes = new BufferedInputStream(body, FileKinds.HEAD);
        bytes.mark(FileKinds.HEAD);
        var head = bytes.readNBytes(FileKinds.HEAD);
        bytes.reset();
        if (head.length == 0) {
            throw ProblemException.of(400, "empty-file", "The file is empty", "Send its bytes as the body.");
        }
        var kind = FileKinds.of(head)
                .orElseThrow(() -> ProblemException.of(
                        415,
                        "file-type",
                        "Files of this kind are not taken",
                        "Send a picture, a PDF, an office document, a text, a recording or a ZIP file of it."));
        var kept = archive.store(bytes, kind.mediaType());
        var file = new ChatFile(
                Generators.timeBasedEpochGenerator().generate(),
                kind.named(FileKinds.cleaned(name)),
                kept.mediaType(),
                kept.size(),
                kept.sha256());
        if (kept.size() > config.files().most().asLongValue()) {
            throw refused(
                    kept,
                    ProblemException.of(
                            413,
                            "too-large",
                            "The file is too large",
                            "Send at most %d bytes."
                                    .formatted(config.files().most().asLongValue())));
        }
        if (!files.addUploaded(session.sessionId(), file, config.files().perChat(), clock.instant())) {
            throw refused(kept, tooMany());
        }
        return file;
    }

    /** The bytes of a file of this chat, of whichever side; 404 when there is none. */
    public Opened open(ChatSession session, UUID fileId) {
        var file = files.find(session.sessionId(), fileId)
                .orElseThrow(() -> ProblemException.notFound("There is no such file in this chat."));
        return new Opened(
                file,
                archive.open(file.sha256())
                        .orElseThrow(() -> ProblemException.notFound("The file is not kept any more.")));
    }

    /** A file with its bytes; whoever has it closes them. */
    public record Opened(ChatFile file, InputStream bytes) {}

    @Scheduled(every = "1h", delayed = "13m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    @Transactional
    void forgetTheUnused() {
        var now = clock.instant();
        erased.note(files.dropUnused(now.minus(config.files().unusedFor()), AT_ONCE), now);
    }

    private ProblemException refused(Original kept, ProblemException why) {
        erased.note(List.of(kept.sha256()), clock.instant());
        return why;
    }

    private static ProblemException tooMany() {
        return ProblemException.conflict(
                "too-many-files", "This chat has all the files it can hold. Describe what else there is to see.");
    }
}
