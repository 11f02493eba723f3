package io.carryon.gateway.email;

import io.carryon.gateway.contact.IntakeLog.Outcome;
import io.carryon.gateway.email.AutomaticMail.Kind;
import io.carryon.gateway.email.reply.ReplyText;

/**
 * What a mail's bytes say, before anything is looked up or stored.
 *
 * @param outcome ACCEPTED for what somebody may wait for an answer to, BOUNCE, AUTOMATIC, or QUARANTINED
 * @param reason why it is no contact; null when it is one
 */
public record ExaminedMail(MailMessage mail, Kind kind, Outcome outcome, String reason) {

    private static final MimeReader READER = new MimeReader();

    /** Reads any bytes; they are referred to from then on and must not be changed. */
    public static ExaminedMail of(byte[] raw) {
        var mail = READER.read(raw);
        var kind = AutomaticMail.kindOf(mail);
        if (kind == Kind.BOUNCE) {
            return new ExaminedMail(mail, kind, Outcome.BOUNCE, BounceReport.reason(mail));
        }
        if (!kind.makesContact()) {
            return new ExaminedMail(mail, kind, Outcome.AUTOMATIC, kind.name());
        }
        return mail.unreadableBecause()
                .map(why -> new ExaminedMail(mail, kind, Outcome.QUARANTINED, why))
                .orElseGet(() -> new ExaminedMail(mail, kind, Outcome.ACCEPTED, null));
    }

    /** What the sender wrote anew, without quotes and signature. */
    public String visibleText() {
        return ReplyText.visible(mail.text());
    }

    /** HTML that staff may look at, or null when the mail has none. */
    public String displayHtml() {
        return DisplayHtml.of(mail.html());
    }
}
