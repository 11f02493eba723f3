package io.carryon.gateway.email;

import io.carryon.gateway.email.account.ImapAccount;
import io.carryon.gateway.email.account.ImapConfig;
import io.carryon.gateway.email.account.MailboxesConfig;
import io.carryon.gateway.email.account.SmtpConfig;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Refuses mailboxes that would take each other's mails, move them in a circle, or never get any. */
final class MailboxCheck {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final String PREFIX = "carryon.mailboxes.";

    private final Map<String, String> readBy = new HashMap<>();
    private final Map<String, String> filledBy = new HashMap<>();
    private final ImapConfig main;
    private final SmtpConfig mainWayOut;

    MailboxCheck(ImapConfig main, SmtpConfig mainWayOut) {
        this.main = main;
        this.mainWayOut = mainWayOut;
    }

    /** Throws {@link IllegalStateException} that names the property. */
    void check(Map<String, MailboxesConfig.Entry> others) {
        folders("carryon.imap", main);
        AccountCheck.check("carryon.imap", main);
        AccountCheck.check("carryon.smtp", mainWayOut);
        others.forEach((name, entry) -> {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalStateException(PREFIX + name
                        + ": a mailbox's name has 1 to 64 lower-case letters, digits and hyphens, and no hyphen first");
            }
            complete(PREFIX + name, entry);
            folders(PREFIX + name + ".imap", entry.imap());
            AccountCheck.check(PREFIX + name + ".imap", entry.imap());
            AccountCheck.check(PREFIX + name + ".smtp", entry.smtp());
        });
        readBy.forEach((folder, property) -> {
            if (filledBy.containsKey(folder)) {
                throw new IllegalStateException(filledBy.get(folder) + " is the folder that is read by " + property
                        + ": its mails would go round in a circle");
            }
        });
    }

    private static void complete(String property, MailboxesConfig.Entry entry) {
        if (entry.imap().host().isEmpty() && entry.address().isEmpty()) {
            throw new IllegalStateException(
                    property + ".imap.host or " + property + ".address is missing: no mail would ever come to it");
        }
        if (entry.imap().host().isEmpty() && entry.imap().user().isPresent()) {
            throw new IllegalStateException(property + ".imap.host is missing: the account is at no server");
        }
        if (entry.smtp().host().isEmpty() && entry.smtp().user().isPresent()) {
            throw new IllegalStateException(property + ".smtp.host is missing: the account is at no server");
        }
    }

    private void folders(String property, ImapAccount imap) {
        if (imap.host().isEmpty()) {
            return;
        }
        var other = readBy.putIfAbsent(place(imap, imap.folder()), property + ".folder");
        if (other != null) {
            throw new IllegalStateException(
                    property + ".folder is read already, by " + other + ": name another folder or account");
        }
        filledBy.putIfAbsent(place(imap, imap.processed()), property + ".processed");
        filledBy.putIfAbsent(place(imap, imap.failed()), property + ".failed");
    }

    /** INBOX is the one name in which case does not count (RFC 9051, 5.1). */
    private static String place(ImapAccount imap, String folder) {
        return "%s %d %s %s"
                .formatted(
                        imap.host().orElseThrow().toLowerCase(Locale.ROOT),
                        imap.port(),
                        imap.user().orElse(""),
                        folder.equalsIgnoreCase("INBOX") ? "INBOX" : folder);
    }
}
