package io.carryon.gateway.messenger;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.contact.Attachment;
import io.carryon.gateway.contact.Contact;
import io.carryon.gateway.contact.ContactIntake;
import io.carryon.gateway.contact.IntakeLog;
import io.carryon.gateway.contact.Original;
import io.carryon.gateway.messenger.media.MediaFetch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes an entry of a contact of a message, once, with the files it names. */
@ApplicationScoped
class MessageIntake {

    private static final String JSON = "application/json";

    private final Conversations conversations;
    private final SentMessages sent;
    private final Archive archive;
    private final MediaFetch media;
    private final ContactIntake intake;
    private final IntakeLog log;
    private final MessengerConfig config;
    private final Clock clock;

    MessageIntake(
            Conversations conversations,
            SentMessages sent,
            Archive archive,
            ContactIntake intake,
            IntakeLog log,
            MessengerConfig config,
            Clock clock) {
        this.conversations = conversations;
        this.sent = sent;
        this.archive = archive;
        this.media = new MediaFetch(archive, config.media().most().asLongValue());
        this.intake = intake;
        this.log = log;
        this.config = config;
        this.clock = clock;
    }

    /** Returns once the broker has it; a message of a contact that was erased meanwhile is dropped. */
    void take(Messenger messenger, Update update, IncomingMessage message) {
        var place = conversations.place(update, message).orElse(null);
        if (place == null || !log.knownEntries(Set.of(place.entryId())).isEmpty()) {
            return;
        }
        // First, so that an archive that is full or away is not taken for a provider that gives no files.
        var original = archive.store(update.payload(), JSON);
        var fetched = media.fetch(
                message.media(),
                reference -> messenger.open(update.connection(), reference),
                place.entryId(),
                clock.instant(),
                update.receivedAt().plus(config.media().patience()));
        if (conversations.place(update, message).isEmpty()) {
            return;
        }
        var contact = contact(update, message, place, fetched, original);
        intake.publish(contact);
        log.note(List.of(arrival(update, contact, message)));
    }

    private Contact contact(
            Update update,
            IncomingMessage message,
            Conversations.Place place,
            MediaFetch.Fetched fetched,
            Original original) {
        var text = Stream.concat(Stream.of(message.text()), fetched.notes().stream())
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
        var now = clock.instant();
        return Contact.draft(update.channel(), update.connection())
                .entry(place.contactId(), place.entryId(), place.sequence())
                .at(message.at().isAfter(update.receivedAt()) ? update.receivedAt() : message.at(), now)
                .from(message.name(), message.handle())
                .text(text)
                .language(message.language())
                .topic(message.topic())
                .attachments(fetched.files())
                .thread(thread(update, message))
                .replyUntil(message.replyUntil())
                .original(original)
                .contact();
    }

    /** Whoever answers a message of ours says by that which issue it is about: the provider vouches for it. */
    private Contact.Threading thread(Update update, IncomingMessage message) {
        var quoted = message.quotes() == null
                ? null
                : sent.issueOf(update.channel(), update.connection(), message.quotes())
                        .orElse(null);
        return new Contact.Threading(
                message.providerId(),
                message.quotes() == null ? List.of() : List.of(message.quotes()),
                List.of(),
                quoted,
                List.of());
    }

    private static IntakeLog.Arrival arrival(Update update, Contact contact, IncomingMessage message) {
        return new IntakeLog.Arrival(
                update.deliveryKey(),
                contact.entryId(),
                contact.contactId(),
                contact.channel(),
                contact.connection(),
                IntakeLog.Outcome.ACCEPTED,
                null,
                message.providerId(),
                contact.original().sha256(),
                contact.attachments().stream().map(Attachment::sha256).toList());
    }
}
