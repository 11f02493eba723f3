package io.carryon.local.mail;

import com.icegreen.greenmail.imap.ImapConstants;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.InMemoryStore;
import com.icegreen.greenmail.store.LenientFolder;
import com.icegreen.greenmail.store.MailFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The tree of folders, each mirrored by one directory named after the folder. */
final class KeptStore extends InMemoryStore {

    private final Path directory;
    private final List<FolderMirror> mirrors = new CopyOnWriteArrayList<>();
    /** Files of messages that a thread has taken out of one folder and is about to put into another. */
    private final Leaving leaving = new Leaving();

    KeptStore(Path directory) {
        this.directory = directory;
    }

    void load() throws IOException {
        if (Files.notExists(directory)) {
            return;
        }
        List<Path> folders;
        try (Stream<Path> found = Files.list(directory)) {
            folders = found.filter(Files::isDirectory).sorted().toList();
        }
        for (Path folder : folders) {
            String name = URLDecoder.decode(folder.getFileName().toString(), StandardCharsets.UTF_8);
            ensure(name).load();
        }
    }

    private FolderMirror ensure(String fullName) throws IOException {
        MailFolder folder = getMailbox(ImapConstants.USER_NAMESPACE);
        String[] names = fullName.split("\\.");
        try {
            for (int i = 1; i < names.length; i++) {
                MailFolder child = getMailbox(folder, names[i]);
                // The second name stands for the user and holds no mail itself.
                folder = child == null ? createMailbox(folder, names[i], i > 1) : child;
            }
        } catch (FolderException e) {
            throw new IOException("Mail folder " + fullName + " could not be opened again", e);
        }
        return mirror(folder);
    }

    private FolderMirror mirror(MailFolder folder) {
        return mirrors.stream()
                .filter(mirror -> mirror.mirrors(folder))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public MailFolder createMailbox(MailFolder parent, String name, boolean selectable) throws FolderException {
        MailFolder folder = LenientFolder.create(parent, name, selectable);
        FolderMirror mirror = new FolderMirror(folder, leaving, directoryOf(folder));
        mirrors.add(mirror);
        folder.addListener(mirror);
        return folder;
    }

    @Override
    public void deleteMailbox(MailFolder folder) throws FolderException {
        super.deleteMailbox(folder);
        FolderMirror mirror = mirror(folder);
        mirrors.remove(mirror);
        mirror.mailboxDeleted();
    }

    @Override
    public void renameMailbox(MailFolder folder, String newName) throws FolderException {
        super.renameMailbox(folder, newName);
        try {
            // Its children are named after it.
            for (FolderMirror mirror : mirrors) {
                mirror.moveTo(directoryOf(mirror.folder()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path directoryOf(MailFolder folder) {
        return directory.resolve(URLEncoder.encode(folder.getFullName(), StandardCharsets.UTF_8));
    }
}
