package io.carryon.ticketing.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.ticket.AttachedFile;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Files that go with replies: as much as every channel and the customer's mail server will take. */
@ApplicationScoped
class ReplyFiles {

    /** What goes with a reply. */
    @ConfigMapping(prefix = "carryon.reply-files")
    interface Limits {

        /** Bytes of all files of a reply; mail servers take 25 MB on the wire, a third of which is encoding. */
        @WithDefault("18000000")
        long mostBytes();
    }

    private final Limits limits;
    private final ObjectMapper json;

    ReplyFiles(Limits limits, ObjectMapper json) {
        this.limits = limits;
        this.json = json;
    }

    /** The files as an entry has them, as JSON; null without any. 422 when they are too large together. */
    String attached(List<AttachedFile> files) {
        if (files == null || files.isEmpty()) {
            return null;
        }
        var bytes = files.stream().mapToLong(AttachedFile::size).sum();
        if (bytes > limits.mostBytes()) {
            throw ProblemException.of(
                    422,
                    "files-too-large",
                    "The files are too large",
                    "Together they have %d bytes, and %d are the most. Leave some out, or send them in several replies."
                            .formatted(bytes, limits.mostBytes()));
        }
        return written(files.stream().map(ReplyFiles::shown).toList());
    }

    private static EntryView.Attachment shown(AttachedFile file) {
        return new EntryView.Attachment(
                null, file.name(), file.mediaType(), file.size(), file.sha256(), "attachment", null);
    }

    private String written(List<EntryView.Attachment> files) {
        try {
            return json.writeValueAsString(files);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Our own record cannot be written as JSON", e);
        }
    }
}
