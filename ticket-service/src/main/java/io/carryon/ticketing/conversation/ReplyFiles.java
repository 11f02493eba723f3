package io.carryon.ticketing.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.ticket.AttachedFile;
import io.carryon.ticketing.ticket.Channel;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Files that go with replies: what the channel and the customer's mail server will take. */
@ApplicationScoped
class ReplyFiles {

    /** What goes with a reply. */
    @ConfigMapping(prefix = "carryon.reply-files")
    interface Limits {

        /** Bytes of all files of a reply; mail servers take 25 MB on the wire, a third of which is encoding. */
        @WithDefault("18000000")
        long mostBytes();
    }

    private static final Set<Channel> TAKING_FILES = EnumSet.of(Channel.EMAIL, Channel.WHATSAPP, Channel.TELEGRAM);

    private final Limits limits;
    private final ObjectMapper json;

    ReplyFiles(Limits limits, ObjectMapper json) {
        this.limits = limits;
        this.json = json;
    }

    /** The files as an entry has them, as JSON; null without any. 422 when they cannot go that way. */
    String attached(List<AttachedFile> files, Channel channel) {
        if (files == null || files.isEmpty()) {
            return null;
        }
        if (!TAKING_FILES.contains(channel)) {
            throw ProblemException.of(
                    422,
                    "no-files-that-way",
                    "Files cannot go that way",
                    "The reply would go by %s. Name \"email\" or a messenger as its channel, or send it"
                            + " without files.".formatted(ReplyRoutes.wire(channel)));
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
