package io.carryon.local.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.imap.ImapHostManagerImpl;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.user.UserManager;
import java.io.IOException;
import java.nio.file.Path;

/** GreenMail's three managers over a store and a list of users that are kept on disk. */
final class KeptManagers extends Managers {

    private final KeptStore store;
    private final KeptUsers users;
    private final ImapHostManager imap;
    private final SmtpManager smtp;

    KeptManagers(Path directory) {
        store = new KeptStore(directory.resolve("folders"));
        imap = new ImapHostManagerImpl(store);
        users = new KeptUsers(imap, directory.resolve("users.tsv"));
        smtp = new SmtpManager(imap, users);
    }

    void load() throws IOException {
        users.load();
        store.load();
    }

    @Override
    public SmtpManager getSmtpManager() {
        return smtp;
    }

    @Override
    public UserManager getUserManager() {
        return users;
    }

    @Override
    public ImapHostManager getImapHostManager() {
        return imap;
    }
}
