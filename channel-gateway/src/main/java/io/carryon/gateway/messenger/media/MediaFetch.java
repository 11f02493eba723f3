package io.carryon.gateway.messenger.media;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.contact.ArchiveUnavailable;
import io.carryon.gateway.contact.Attachment;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Brings the files of a message into the archive. What cannot be had is said in the message instead. */
public final class MediaFetch {

    private static final Logger LOG = Logger.getLogger(MediaFetch.class);

    private final Archive archive;
    private final long most;

    /** @param most the largest file that is kept, in bytes */
    public MediaFetch(Archive archive, long most) {
        this.archive = archive;
        this.most = most;
    }

    /** Opens a file at the provider. */
    @FunctionalInterface
    public interface Provider {
        Media open(MediaReference reference) throws IOException, MediaGone;
    }

    /** The files that are kept now, and a line for staff about each that is not. */
    public record Fetched(List<Attachment> files, List<String> notes) {}

    /**
     * Fetches them in their order.
     *
     * @param until from then on a file that cannot be had is done without
     * @throws MediaAway when one cannot be had now and may be later
     */
    public Fetched fetch(List<MediaReference> references, Provider provider, UUID entryId, Instant now, Instant until) {
        var files = new ArrayList<Attachment>();
        var notes = new ArrayList<String>();
        for (var reference : references) {
            try {
                files.add(fetch(reference, provider, entryId + "-" + (files.size() + 1)));
            } catch (LimitedContent.TooLarge e) {
                notes.add("[%s is larger than %d bytes and was not fetched]".formatted(reference.name(), most));
            } catch (MediaGone e) {
                notes.add("[%s cannot be had: %s]".formatted(reference.name(), e.getMessage()));
            } catch (ArchiveUnavailable e) {
                throw e;
            } catch (IOException e) {
                if (now.isBefore(until)) {
                    throw new MediaAway("A file of entry " + entryId + " is not given by the provider now", e);
                }
                LOG.warnf("A file of entry %s was not given in time; it is done without", entryId);
                notes.add("[%s was not given by the provider in time]".formatted(reference.name()));
            }
        }
        return new Fetched(files, notes);
    }

    private Attachment fetch(MediaReference reference, Provider provider, String id) throws IOException, MediaGone {
        if (reference.size() > most) {
            throw new LimitedContent.TooLarge();
        }
        try (var media = provider.open(reference)) {
            if (media.size() > most) {
                throw new LimitedContent.TooLarge();
            }
            var content = new BufferedInputStream(new LimitedContent(media.content(), most), SniffedType.HEAD);
            content.mark(SniffedType.HEAD);
            var head = content.readNBytes(SniffedType.HEAD);
            content.reset();
            var declared = reference.mediaType() == null ? media.mediaType() : reference.mediaType();
            var type = SniffedType.of(head, declared);
            var kept = archive.store(content, type);
            return new Attachment(
                    id, reference.name(), type, kept.size(), kept.sha256(), Attachment.Disposition.ATTACHMENT, null);
        }
    }
}
