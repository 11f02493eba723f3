package io.carryon.gateway.email.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Optional;

/** The mailboxes beside the main one, which is {@code carryon.mail}, {@code carryon.imap} and {@code carryon.smtp}. */
@ConfigMapping(prefix = "carryon.mailboxes")
public interface MailboxesConfig {

    /** By a name of ours, which contacts carry as their connection. */
    @WithParentName
    Map<String, Entry> all();

    /** One mailbox. */
    interface Entry {

        /** The address its mails are written to and answered from; the support address where it has none. */
        Optional<String> address();

        /** The name beside the address; the support address's where it has none. */
        Optional<String> name();

        /** Where answers to its mails are to go when that is not its address. */
        Optional<String> replyTo();

        /** Without a host its mails come by SMTP, LMTP or webhook only. */
        ImapAccount imap();

        /** Without a host its replies go out by the main server. */
        SmtpAccount smtp();
    }
}
