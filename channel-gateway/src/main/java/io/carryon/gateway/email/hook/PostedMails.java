package io.carryon.gateway.email.hook;

import io.carryon.gateway.email.MailHandover;
import io.carryon.gateway.email.hook.MailHooks.Hook;
import io.carryon.gateway.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Locale;
import org.jboss.logging.Logger;

/** Reads a webhook as its provider writes it, and takes the mail in it. */
@ApplicationScoped
class PostedMails {

    private static final Logger LOG = Logger.getLogger(PostedMails.class);

    private final MailHandover handover;
    private final MailgunHook mailgun;
    private final SendgridHook sendgrid;

    PostedMails(MailHandover handover, MailgunHook mailgun, SendgridHook sendgrid) {
        this.handover = handover;
        this.mailgun = mailgun;
        this.sendgrid = sendgrid;
    }

    /** Returns once the mail is durable; throws the problem to answer with otherwise. */
    void take(Hook hook, Posted posted) {
        try {
            var mail = switch (hook.kind()) {
                case MAILGUN -> mailgun.read(hook, posted);
                case POSTMARK -> PostmarkHook.read(posted);
                case SENDGRID -> sendgrid.read(hook, posted);
            };
            handover.take(hook.kind().name().toLowerCase(Locale.ROOT), mail.envelope(), mail.source());
        } catch (ProblemException e) {
            LOG.warnf("Mail webhook %s: answered with %d %s", hook.name(), e.status(), e.type());
            throw e;
        } catch (IOException e) {
            throw ProblemException.of(400, "malformed-json", "The body is not valid JSON", "Send one JSON object.");
        } catch (MailHandover.NotTaken e) {
            throw MailHookDoor.unavailable();
        } catch (RuntimeException e) {
            // The database is away, or this one request meets an obstacle: the provider has it, and sends it again.
            LOG.warnf(e, "Mail webhook %s: a mail is not taken just now", hook.name());
            throw MailHookDoor.unavailable();
        }
    }
}
