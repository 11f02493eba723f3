package io.carryon.gateway.messenger;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.contact.ArchiveUnavailable;
import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.ContactNotAccepted;
import io.carryon.gateway.contact.IntakeLog;
import io.carryon.gateway.contact.Quarantine;
import io.carryon.gateway.messenger.media.MediaAway;
import io.carryon.gateway.reply.NotDelivered;
import io.carryon.gateway.storage.StorageException;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Works off one update: what passes is waited for, and what no attempt can read stands before staff in quarantine. */
@ApplicationScoped
class UpdateHandling {

    private static final Logger LOG = Logger.getLogger(UpdateHandling.class);

    /** Attempts at what looks like a mistake of ours, before it keeps its conversation waiting no longer. */
    private static final int MOST_ATTEMPTS = 5;

    private static final String JSON = "application/json";

    private final Map<Channel, Messenger> messengers;
    private final UpdateInbox inbox;
    private final Conversations conversations;
    private final MessageIntake messages;
    private final DeliveryStates states;
    private final Archive archive;
    private final Quarantine quarantine;
    private final IntakeLog log;
    private final MessengerConfig config;
    private final Clock clock;

    UpdateHandling(
            @All List<Messenger> messengers,
            UpdateInbox inbox,
            Conversations conversations,
            MessageIntake messages,
            DeliveryStates states,
            Archive archive,
            Quarantine quarantine,
            IntakeLog log,
            MessengerConfig config,
            Clock clock) {
        this.messengers = messengers.stream().collect(Collectors.toMap(Messenger::channel, Function.identity()));
        this.inbox = inbox;
        this.conversations = conversations;
        this.messages = messages;
        this.states = states;
        this.archive = archive;
        this.quarantine = quarantine;
        this.log = log;
        this.config = config;
        this.clock = clock;
    }

    /** Returns when it is done or put off; a database that is away leaves it to the end of its lease. */
    void handle(Update update) {
        try {
            workOff(update);
        } catch (StorageException e) {
            LOG.warnf("A message by %s waits for the database: %s", update.channel(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.errorf(e, "A message by %s could be put neither off nor aside", update.channel());
        }
    }

    private void workOff(Update update) {
        try {
            if (isDone(update)) {
                inbox.done(update);
            } else {
                inbox.postpone(update);
            }
        } catch (ContactNotAccepted | ArchiveUnavailable | MediaAway | NotDelivered e) {
            LOG.infof("A message by %s is tried again: %s", update.channel(), e.getMessage());
            inbox.postpone(update);
        } catch (RuntimeException e) {
            // Whatever it is, only this conversation waits for it, and not for ever.
            if (StorageException.isPassing(e) || update.attempts() < MOST_ATTEMPTS) {
                LOG.warnf(e, "A message by %s is tried again", update.channel());
                inbox.postpone(update);
            } else {
                LOG.errorf(e, "A message by %s is put aside for staff", update.channel());
                putAside(update);
            }
        }
    }

    /**
     * Does what the update asks for, once; throws what passes, and whatever the reader stumbles over.
     *
     * @return false when it is too early for it
     */
    boolean isDone(Update update) {
        var messenger = messengers.get(update.channel());
        switch (messenger.read(update)) {
            case Reading.Said said -> messages.take(messenger, update, said.message());
            case Reading.Delivery delivery -> {
                return states.note(update, delivery) || !isInTime(update);
            }
            case Reading.Hint hint -> tell(messenger, update, hint);
            case Reading.Nothing nothing -> LOG.debugf("Nothing to do: %s", nothing);
        }
        return true;
    }

    private boolean isInTime(Update update) {
        return clock.instant().isBefore(update.receivedAt().plus(config.statesWait()));
    }

    private void tell(Messenger messenger, Update update, Reading.Hint hint) {
        if (hint.once() && !conversations.mayHint(update, hint.address())) {
            return;
        }
        try {
            messenger.say(update.connection(), hint.address(), hint.text());
        } catch (NotDelivered e) {
            if (hint.once()) {
                conversations.notHinted(update, hint.address());
            }
            // Whoever was not told in time writes without it, and is not kept waiting for it.
            if (isInTime(update)) {
                throw e;
            }
            LOG.warnf("A hint by %s did not go out: %s", update.channel(), e.getMessage());
        }
    }

    private void putAside(Update update) {
        var original = archive.store(update.payload(), JSON);
        var key = update.deliveryKey();
        var why = "It could not be read; the reason is in the log";
        quarantine.hold(key, update.channel(), update.connection(), why, original);
        log.note(List.of(new IntakeLog.Arrival(
                key,
                null,
                null,
                update.channel(),
                update.connection(),
                IntakeLog.Outcome.QUARANTINED,
                why,
                null,
                original.sha256())));
        inbox.done(update);
    }
}
