package io.carryon.gateway.email.smtp;

import io.carryon.gateway.email.loop.AutomaticMailGuard;
import io.carryon.gateway.storage.StorageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jboss.logging.Logger;

/** Notices the addresses that a mail server refuses because they do not exist (5.1.1, RFC 3463). */
@ApplicationScoped
class NoSuchAddresses {

    private static final Logger LOG = Logger.getLogger(NoSuchAddresses.class);

    private final Consumer<String> told;

    @Inject
    NoSuchAddresses(AutomaticMailGuard guard) {
        this(guard::noSuchAddress);
    }

    /** {@code told} hears each of them. */
    NoSuchAddresses(Consumer<String> told) {
        this.told = told;
    }

    /** What came of the mail is known all the same when this cannot be noted. */
    void in(MessagingException failure) {
        try {
            named(failure).forEach(told);
        } catch (StorageException e) {
            LOG.warnf("An address that does not exist is not noted: %s", e.getMessage());
        }
    }

    private static List<String> named(MessagingException failure) {
        var named = new ArrayList<String>();
        for (Exception e = failure; e != null; e = e instanceof MessagingException m ? m.getNextException() : null) {
            if (e instanceof SMTPAddressFailedException refused
                    && refused.getMessage().contains(" 5.1.1 ")) {
                named.add(refused.getAddress().getAddress());
            }
        }
        return named;
    }
}
