package io.carryon.gateway.messenger;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.contact.ArchiveUnavailable;
import io.carryon.gateway.messenger.provider.ProviderRefused;
import io.carryon.gateway.messenger.provider.ProviderSilent;
import io.carryon.gateway.reply.DeliveryReceipt;
import io.carryon.gateway.reply.NotDelivered;
import io.carryon.gateway.reply.ReplyChannel;
import io.carryon.gateway.reply.ReplyRequested;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Takes a reply out as the messages it becomes. When only some went out, a further attempt sends the rest. */
@ApplicationScoped
public class MessengerSending {

    private final Conversations conversations;
    private final SentMessages sent;
    private final Archive archive;
    private final Clock clock;

    MessengerSending(Conversations conversations, SentMessages sent, Archive archive, Clock clock) {
        this.conversations = conversations;
        this.sent = sent;
        this.archive = archive;
        this.clock = clock;
    }

    /** As {@link ReplyChannel#deliver}. */
    public DeliveryReceipt deliver(Messenger messenger, ReplyRequested reply, ReplyChannel.Handover handover) {
        var conversation = conversations
                .of(reply.contactId())
                .filter(found -> found.channel() == messenger.channel())
                .orElse(null);
        if (conversation == null) {
            return DeliveryReceipt.failed("There is no conversation by %s of contact %s"
                    .formatted(messenger.channel().wireName(), reply.contactId()));
        }
        var out = sent.of(reply.replyId());
        try {
            var missing = missingFile(reply);
            if (missing.isPresent()) {
                throw new ProviderRefused("The file %s is not kept any more, or has another size; upload it again"
                        .formatted(missing.get()));
            }
            var parts = messenger.parts(conversation, reply, clock.instant());
            for (var n = 0; n < parts.size(); n++) {
                if (!out.containsKey(n)) {
                    parts.get(n).prepare();
                }
            }
            handover.begin();
            send(reply, conversation, parts, out);
        } catch (ArchiveUnavailable e) {
            throw new NotDelivered("The archive of files is away", e);
        } catch (ProviderRefused e) {
            return out.isEmpty()
                    ? DeliveryReceipt.failed(e.getMessage())
                    : DeliveryReceipt.sentInPart(
                            idOf(out), "Only its first %d messages went out. %s".formatted(out.size(), e.getMessage()));
        } catch (ProviderSilent e) {
            return DeliveryReceipt.unknown(e.getMessage(), out.isEmpty() ? null : idOf(out));
        }
        return DeliveryReceipt.sent(idOf(out));
    }

    private void send(
            ReplyRequested reply, Conversation conversation, List<OutgoingPart> parts, SortedMap<Integer, String> out)
            throws ProviderRefused, ProviderSilent {
        for (var n = 0; n < parts.size(); n++) {
            if (!out.containsKey(n)) {
                var id = parts.get(n).send();
                out.put(n, id);
                sent.note(reply, conversation, n, parts.size(), id);
            }
        }
    }

    private Optional<String> missingFile(ReplyRequested reply) {
        return reply.attachments().stream()
                .filter(file -> archive.size(file.sha256()).orElse(-1) != file.size())
                .map(ReplyRequested.AttachedFile::name)
                .findFirst();
    }

    private static String idOf(SortedMap<Integer, String> out) {
        return out.get(out.firstKey());
    }
}
