package io.carryon.gateway.email.imap;

import io.carryon.gateway.email.ArrivedMail;
import io.carryon.gateway.email.ArrivedMail.Disposition;
import io.carryon.gateway.email.MailReceiver;
import io.carryon.gateway.email.account.ImapAccount;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jboss.logging.Logger;

/** An open mailbox whose folder is a queue: what was taken is moved out of it, so what stands in it is still to be taken. */
final class Mailbox implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Mailbox.class);

    private final ImapAccount account;
    private final long largeBytes;
    private final FetchTroubles troubles;
    private final Store store;
    private final IMAPFolder folder;
    private final boolean canMove;
    private final WaitingMails waiting;
    private long validity;

    private Mailbox(ImapAccount account, long largeBytes, FetchTroubles troubles, Store store, IMAPFolder folder)
            throws MessagingException {
        this.account = account;
        this.largeBytes = Math.min(largeBytes, account.batchBytes());
        this.troubles = troubles;
        this.store = store;
        this.folder = folder;
        this.waiting = new WaitingMails(folder, account.batch(), account.backlog());
        this.canMove = ((IMAPStore) store).hasCapability("MOVE");
        this.validity = folder.getUIDValidity();
    }

    /** Mails of more than {@code largeBytes}, or than a batch may have, are handed over apart. */
    static Mailbox open(ImapAccount account, long largeBytes, ImapSession session, FetchTroubles troubles)
            throws MessagingException {
        var store = session.connect(account.timeout());
        try {
            for (var name : List.of(account.processed(), account.failed())) {
                var target = store.getFolder(name);
                if (!target.exists() && !target.create(Folder.HOLDS_MESSAGES)) {
                    throw new MessagingException("The folder " + name + " could not be created");
                }
            }
            var folder = (IMAPFolder) store.getFolder(account.folder());
            folder.open(Folder.READ_WRITE);
            return new Mailbox(account, largeBytes, troubles, store, folder);
        } catch (MessagingException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /**
     * Looks at the folder anew. A server that drops the announcement of one mail while it moves another away would
     * otherwise keep it from us for as long as the connection lasts.
     */
    void lookAgain() throws MessagingException {
        folder.close(false);
        folder.open(Folder.READ_WRITE);
        validity = folder.getUIDValidity();
        waiting.again();
    }

    /** Mails in the folder, as far as the server told. */
    int count() throws MessagingException {
        return folder.getMessageCount();
    }

    /** Hands over a mail of this connection that is not brought as a whole. */
    @FunctionalInterface
    interface Apart {
        Disposition to(String connection, MailReceiver receiver) throws MessagingException, IOException;
    }

    /**
     * The next mails: {@code mails} whole, {@code apart} by their keys, {@code places} by the keys of both. {@code all} has
     * also those that could not be had this time.
     */
    record Batch(
            List<ArrivedMail> mails, Map<String, Apart> apart, Map<String, Message> places, Collection<Message> all) {

        boolean isEmpty() {
            return all.isEmpty();
        }
    }

    /** From now on those that stayed in the folder come again. */
    void again() {
        waiting.again();
    }

    /** The next mails, as many as fit into memory and up to the next large one, without those that stayed; empty at the end. */
    Batch next() throws MessagingException {
        // The library asks what came meanwhile when nothing happened for a second, and in a backlog much happens.
        folder.doCommand(protocol -> {
            protocol.noop();
            return null;
        });
        var messages = waiting.next();
        if (messages.isEmpty()) {
            return new Batch(List.of(), Map.of(), Map.of(), List.of());
        }
        var profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.SIZE);
        folder.fetch(messages.toArray(Message[]::new), profile);
        if (messages.getFirst().getSize() > largeBytes) {
            return large((IMAPMessage) messages.getFirst());
        }
        var bytes = 0L;
        // By their UIDs, so that a batch is in the order of the folder from whichever end it is.
        var chosen = new TreeMap<Long, Message>();
        for (var message : messages) {
            bytes += Math.max(0, message.getSize());
            if (message.getSize() > largeBytes || (!chosen.isEmpty() && bytes > account.batchBytes())) {
                break;
            }
            chosen.put(folder.getUID(message), message);
        }
        return fetch(chosen);
    }

    /**
     * Counted like any fetch: a server that breaks off in the middle each time is not asked for ever. An archive or a
     * database that is away is not the server's fault, and waited for.
     */
    private Batch large(IMAPMessage message) throws MessagingException {
        var place = place(folder.getUID(message));
        Apart apart = (connection, receiver) -> {
            if (troubles.isGivenUp(place)) {
                return receiver.takeWithheld(connection, place, "it is large, and its transfer breaks off");
            }
            try (var content = new MailTransfer(message.getMimeStream(), () -> troubles.tried(place))) {
                var disposition = receiver.takeLarge(connection, place, content);
                troubles.had(place);
                return disposition;
            }
        };
        return new Batch(List.of(), Map.of(place, apart), Map.of(place, message), List.of(message));
    }

    private Batch fetch(Map<Long, Message> chosen) throws MessagingException {
        var raw = new MailFetch(folder, troubles, this::place).bodies(chosen.keySet());
        var mails = new ArrayList<ArrivedMail>();
        var apart = new LinkedHashMap<String, Apart>();
        var places = new LinkedHashMap<String, Message>();
        chosen.forEach((uid, message) -> {
            var place = place(uid);
            if (raw.containsKey(uid)) {
                var mail = ArrivedMail.at(place, raw.get(uid));
                mails.add(mail);
                places.put(mail.deliveryKey(), message);
            } else if (troubles.isGivenUp(place) && !message.isExpunged()) {
                apart.put(
                        place,
                        (connection, receiver) ->
                                receiver.takeWithheld(connection, place, "it was asked for several times"));
                places.put(place, message);
            }
        });
        return new Batch(mails, apart, places, chosen.values());
    }

    private String place(long uid) {
        return "imap|%s@%s:%d|%s|%d|%d"
                .formatted(
                        account.user().orElse(""),
                        account.host().orElseThrow(),
                        account.port(),
                        account.folder(),
                        validity,
                        uid);
    }

    /** Moves what was taken; what stays in the folder, whatever kept it there, does not come again in this round. */
    void settle(Batch batch, Map<String, Disposition> dispositions) throws MessagingException {
        move(messages(batch, dispositions, Disposition.PROCESSED), account.processed());
        move(messages(batch, dispositions, Disposition.FAILED), account.failed());
        waiting.passOver(
                batch.all().stream().filter(message -> !message.isExpunged()).toList());
    }

    private static Message[] messages(Batch batch, Map<String, Disposition> dispositions, Disposition wanted) {
        return batch.places().entrySet().stream()
                .filter(place -> dispositions.get(place.getKey()) == wanted)
                .map(Map.Entry::getValue)
                .filter(message -> !message.isExpunged())
                .toArray(Message[]::new);
    }

    private void move(Message[] messages, String name) throws MessagingException {
        if (messages.length == 0) {
            return;
        }
        try {
            var target = store.getFolder(name);
            if (canMove) {
                folder.moveMessages(messages, target);
            } else {
                folder.copyMessages(messages, target);
                folder.setFlags(messages, new Flags(Flags.Flag.DELETED), true);
            }
        } catch (MessagingException e) {
            if (!(e.getCause() instanceof CommandFailedException)) {
                throw e;
            }
            // One mail that the server cannot move must not keep the others from moving.
            LOG.warnf("The server does not move %d mails to %s: %s", messages.length, name, e.getMessage());
            if (messages.length > 1) {
                for (var message : messages) {
                    move(new Message[] {message}, name);
                }
            }
        }
        folder.expunge();
    }

    @Override
    public void close() throws MessagingException {
        try {
            folder.close(false);
        } finally {
            store.close();
        }
    }
}
