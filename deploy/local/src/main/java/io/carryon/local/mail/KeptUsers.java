package io.carryon.local.mail;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/** Remembers users, because the name of a mailbox does not tell whose it is. */
final class KeptUsers extends UserManager {

    private static final Pattern DETAIL = Pattern.compile("^([^+@]+)\\+[^@]*@");

    private final Path file;
    private boolean loading;

    KeptUsers(ImapHostManager imap, Path file) {
        super(imap);
        this.file = file;
    }

    void load() throws IOException {
        if (Files.notExists(file)) {
            return;
        }
        loading = true;
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String[] fields = line.split("\t", -1);
            // A kill in the middle of a line leaves a piece of it; that user's mail was never accepted.
            if (fields.length == 4) {
                create(fields[0], fields[1], fields[2]);
            }
        }
        loading = false;
    }

    private void create(String email, String login, String password) throws IOException {
        try {
            if (getUser(login) == null) {
                createUser(email, login, password);
            }
        } catch (UserException e) {
            throw new IOException("Mailbox " + email + " could not be opened again", e);
        }
    }

    /** Mail to {@code name+detail@} is the mailbox's own where there is one of that name (RFC 5233). */
    @Override
    public GreenMailUser getUserByEmail(String email) {
        GreenMailUser named = super.getUserByEmail(email);
        return named == null ? super.getUserByEmail(DETAIL.matcher(email).replaceFirst("$1@")) : named;
    }

    @Override
    public synchronized GreenMailUser createUser(String email, String login, String password) throws UserException {
        if (!loading) {
            keep(String.join("\t", plain(email), plain(login), plain(password), "\n"));
        }
        return super.createUser(email, login, password);
    }

    private static String plain(String field) {
        return field.replaceAll("[\\t\\r\\n]", " ");
    }

    private void keep(String line) {
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
