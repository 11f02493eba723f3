package io.carryon.gateway.email.imap;

import io.carryon.gateway.email.ArrivedMail;
import io.carryon.gateway.email.ArrivedMail.Disposition;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.UID;

/** An open mailbox whose folder is a queue: what was taken is moved out of it, so what stands in it is still to be taken. */
final class Mailbox implements AutoCloseable {

    private final ImapConfig config;
    private final Store store;
    private final IMAPFolder folder;
    private final boolean canMove;

    private Mailbox(ImapConfig config, Store store, IMAPFolder folder) throws MessagingException {
        this.config = config;
        this.store = store;
        this.folder = folder;
        this.canMove = ((IMAPStore) store).hasCapability("MOVE");
    }

    static Mailbox open(ImapConfig config) throws MessagingException {
        var store = new ImapSession(config).connect(config.timeout());
        try {
            for (var name : List.of(config.processed(), config.failed())) {
                var target = store.getFolder(name);
                if (!target.exists() && !target.create(Folder.HOLDS_MESSAGES)) {
                    throw new MessagingException("The folder " + name + " could not be created");
                }
            }
            var folder = (IMAPFolder) store.getFolder(config.folder());
            folder.open(Folder.READ_WRITE);
            return new Mailbox(config, store, folder);
        } catch (MessagingException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** Mails by the number they have in this folder for ever (UIDVALIDITY and UID). */
    record Batch(List<ArrivedMail> mails, Map<String, Message> places) {}

    /** The next mails after those {@code skipped} at the front, as many as fit into memory; empty at the end. */
    Batch next(int skipped) throws MessagingException {
        var count = folder.getMessageCount();
        if (count <= skipped) {
            return new Batch(List.of(), Map.of());
        }
        var messages = folder.getMessages(skipped + 1, Math.min(count, skipped + config.batch()));
        var profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.SIZE);
        folder.fetch(messages, profile);
        var chosen = new LinkedHashMap<Long, Message>();
        var bytes = 0L;
        for (var message : messages) {
            bytes += Math.max(0, message.getSize());
            if (!chosen.isEmpty() && bytes > config.batchBytes()) {
                break;
            }
            chosen.put(folder.getUID(message), message);
        }
        return fetch(chosen);
    }

    private Batch fetch(Map<Long, Message> chosen) throws MessagingException {
        var uids = chosen.keySet().stream().map(String::valueOf).collect(Collectors.joining(","));
        var validity = folder.getUIDValidity();
        var raw = new LinkedHashMap<Long, byte[]>();
        // The message classes re-write what they read; staff and signatures need the very bytes.
        folder.doCommand(protocol -> {
            raw.putAll(bodies(protocol, uids));
            return null;
        });
        var mails = new ArrayList<ArrivedMail>();
        var places = new LinkedHashMap<String, Message>();
        chosen.forEach((uid, message) -> {
            if (raw.get(uid) != null) {
                var key = "imap|%s|%s|%d|%d".formatted(config.user().orElse(""), config.folder(), validity, uid);
                mails.add(new ArrivedMail(key, raw.get(uid)));
                places.put(key, message);
            }
        });
        return new Batch(mails, places);
    }

    private static Map<Long, byte[]> bodies(IMAPProtocol protocol, String uids) throws ProtocolException {
        var raw = new LinkedHashMap<Long, byte[]>();
        var responses = protocol.command("UID FETCH " + uids + " (UID BODY.PEEK[])", null);
        for (var i = 0; i < responses.length; i++) {
            if (responses[i] instanceof FetchResponse fetched) {
                var uid = fetched.getItem(UID.class);
                var body = fetched.getItem(BODY.class);
                if (uid != null && body != null && body.getByteArray() != null) {
                    raw.put(uid.uid, body.getByteArray().getNewBytes());
                }
                responses[i] = null;
            }
        }
        protocol.notifyResponseHandlers(responses);
        protocol.handleResult(responses[responses.length - 1]);
        return raw;
    }

    /** Moves what was taken; returns how many stay in the folder. */
    int settle(Batch batch, Map<String, Disposition> dispositions) throws MessagingException {
        var left = 0;
        for (var disposition : Disposition.values()) {
            var messages = batch.mails().stream()
                    .map(ArrivedMail::deliveryKey)
                    .filter(key -> dispositions.get(key) == disposition)
                    .map(batch.places()::get)
                    .toArray(Message[]::new);
            switch (disposition) {
                case PROCESSED -> move(messages, config.processed());
                case FAILED -> move(messages, config.failed());
                case LEFT -> left = messages.length;
            }
        }
        return left;
    }

    private void move(Message[] messages, String name) throws MessagingException {
        var present = Arrays.stream(messages).filter(m -> !m.isExpunged()).toArray(Message[]::new);
        if (present.length == 0) {
            return;
        }
        var target = store.getFolder(name);
        if (canMove) {
            folder.moveMessages(present, target);
        } else {
            folder.copyMessages(present, target);
            folder.setFlags(present, new Flags(Flags.Flag.DELETED), true);
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
