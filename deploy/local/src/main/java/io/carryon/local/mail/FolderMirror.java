package io.carryon.local.mail;

import com.icegreen.greenmail.store.FolderListener;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Keeps a directory equal to a folder. It is told inside the call that changes the folder, so the file is there before
 * the client has its answer. Sequence numbers shift under concurrent changes; it therefore compares UIDs.
 */
final class FolderMirror implements FolderListener {

    private static final Session SESSION = Session.getInstance(new Properties());

    private record Kept(Path file, StoredMessage message) {}

    private final MailFolder folder;
    private final Leaving leaving;
    private final TreeMap<Long, Kept> kept = new TreeMap<>();
    private Path directory;

    FolderMirror(MailFolder folder, Leaving leaving, Path directory) {
        this.folder = folder;
        this.leaving = leaving;
        this.directory = directory;
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MailFolder folder() {
        return folder;
    }

    boolean mirrors(MailFolder other) {
        return folder.equals(other);
    }

    void load() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(directory)) {
            files = found.filter(MessageFile::is)
                    .sorted(Comparator.comparingLong(
                            file -> MessageFile.of(file).uid()))
                    .toList();
        }
        for (Path file : files) {
            try (InputStream bytes = Files.newInputStream(file)) {
                Date received = Date.from(Files.getLastModifiedTime(file).toInstant());
                MimeMessage message = new MimeMessage(SESSION, bytes);
                leaving.add(file);
                folder.appendMessage(message, MessageFile.of(file).flags(), received);
            } catch (MessagingException e) {
                throw new IOException("The kept message " + file + " cannot be read", e);
            }
        }
    }

    @Override
    public synchronized void added(int msn) {
        List<Path> arrived = leaving.take();
        long highest = kept.isEmpty() ? 0 : kept.lastKey();
        List<StoredMessage> fresh = LongStream.of(folder.getMessageUids())
                .filter(uid -> uid > highest)
                .mapToObj(folder::getMessage)
                .toList();
        try {
            if (fresh.size() == 1 && arrived.size() == 1) {
                adopt(arrived.getFirst(), fresh.getFirst());
                return;
            }
            for (StoredMessage message : fresh) {
                write(message);
            }
            for (Path file : arrived) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("A mail could not be kept in " + directory, e);
        }
    }

    private void adopt(Path from, StoredMessage message) throws IOException {
        Path file = fileOf(message);
        Files.move(from, file, StandardCopyOption.ATOMIC_MOVE);
        kept.put(message.getUid(), new Kept(file, message));
    }

    private void write(StoredMessage message) throws IOException, MessagingException {
        Path draft = directory.resolve(message.getUid() + ".part");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
            message.getMimeMessage().writeTo(out);
        }
        Files.setLastModifiedTime(draft, FileTime.from(message.getReceivedDate().toInstant()));
        adopt(draft, message);
    }

    private Path fileOf(StoredMessage message) {
        return directory.resolve(new MessageFile(message.getUid(), message.getFlags()).name());
    }

    @Override
    public synchronized void expunged(int msn) {
        Set<Long> present = new HashSet<>();
        LongStream.of(folder.getMessageUids()).forEach(present::add);
        kept.entrySet().removeIf(entry -> {
            boolean gone = !present.contains(entry.getKey());
            if (gone) {
                letGo(entry.getValue());
            }
            return gone;
        });
    }

    /** A message that leaves without the deleted flag is being moved: its file waits for its new folder. */
    private void letGo(Kept gone) {
        if (gone.message().isSet(Flags.Flag.DELETED)) {
            delete(gone.file());
        } else {
            leaving.add(gone.file());
        }
    }

    @Override
    public synchronized void flagsUpdated(int msn, Flags flags, Long uid) {
        for (Map.Entry<Long, Kept> entry : kept.entrySet()) {
            Kept old = entry.getValue();
            Path file = fileOf(old.message());
            if (!file.equals(old.file())) {
                try {
                    Files.move(old.file(), file, StandardCopyOption.ATOMIC_MOVE);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                entry.setValue(new Kept(file, old.message()));
            }
        }
    }

    @Override
    public synchronized void mailboxDeleted() {
        kept.values().forEach(message -> delete(message.file()));
        kept.clear();
        delete(directory);
    }

    synchronized void moveTo(Path target) throws IOException {
        if (!target.equals(directory)) {
            Files.move(directory, target, StandardCopyOption.ATOMIC_MOVE);
            directory = target;
            kept.replaceAll((uid, old) -> new Kept(fileOf(old.message()), old.message()));
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
