package io.carryon.gateway.messenger;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.contact.ArchiveUnavailable;
import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.ContactNotAccepted;
import io.carryon.gateway.contact.Quarantine;
import io.carryon.gateway.messenger.media.MediaAway;
import io.carryon.gateway.reply.NotDelivered;
import io.carryon.gateway.storage.StorageException;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Reads what a messenger posted and no attempt could read once more, for staff who think that it can be read by now. It
 * has the id it always had, so that nothing is taken in twice, also not by two at once, and a row of its own in the
 * intake log; later messages of its conversation did not wait for it.
 */
@ApplicationScoped
class MessengerRereading implements Quarantine.Rereader {

    private static final Logger LOG = Logger.getLogger(MessengerRereading.class);

    private final List<Messenger> messengers;
    private final Archive archive;
    private final UpdateInbox inbox;
    private final UpdateHandling handling;

    MessengerRereading(@All List<Messenger> messengers, Archive archive, UpdateInbox inbox, UpdateHandling handling) {
        this.messengers = messengers;
        this.archive = archive;
        this.inbox = inbox;
        this.handling = handling;
    }

    @Override
    public boolean reads(Channel channel) {
        return messengers.stream().anyMatch(messenger -> messenger.channel() == channel);
    }

    @Override
    public String reread(Quarantine.Item item) {
        var original = original(item);
        var update = inbox.claimPutAside(
                        UUID.fromString(item.deliveryKey()), item.channel(), item.connection(), item.heldAt())
                .orElseThrow(() -> new Quarantine.StillUnreadable("It is being tried at this moment. Try again."));
        try {
            return reread(item, update.retriedAs("retry|" + item.id(), original));
        } finally {
            inbox.release(update);
        }
    }

    private String reread(Quarantine.Item item, Update update) {
        try {
            return handling.isDone(update) ? "Taken in as " + item.deliveryKey() : "It says nothing that is known here";
        } catch (ContactNotAccepted | ArchiveUnavailable | MediaAway | NotDelivered e) {
            throw notNow(e);
        } catch (RuntimeException e) {
            if (StorageException.isPassing(e)) {
                throw notNow(e);
            }
            // Whatever the reader stumbles over, it is this item's, and staff are told.
            LOG.warnf(e, "A message by %s still cannot be read", item.channel());
            throw new Quarantine.StillUnreadable("It still cannot be read; the reason is in the log.");
        }
    }

    private static Quarantine.StillUnreadable notNow(RuntimeException passing) {
        LOG.infof("What a messenger posted was not taken in: %s", passing.getMessage());
        return new Quarantine.StillUnreadable("It can be read, but was not accepted just now. Try again.");
    }

    private byte[] original(Quarantine.Item item) {
        try (var content = archive.open(item.original().sha256())
                .orElseThrow(() -> new Quarantine.StillUnreadable("Its original is not in the archive."))) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
