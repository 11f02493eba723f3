package io.carryon.gateway.email;

import io.carryon.gateway.contact.Contact;
import io.carryon.gateway.contact.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds in a mail what ties it to earlier ones: ids of messages, our signed ones among them, and ticket numbers. */
@ApplicationScoped
class MailThread {

    /** Possessive between word and number: a subject is anybody's, and a run of blanks must not be tried in every way. */
    private static final Pattern TICKET_NUMBER = Pattern.compile("(?iu)(?:\\[[\\s#]*+|#\\s*+"
            + "|\\b(?:ticket|case|ref|vorgang|anfrage|dossier|demande|incidencia|caso|solicitud|sprawa|zgłoszenie)"
            + "\\s*+(?:no\\.?|nr\\.?|number|nummer|n[°º]|núm\\.?|numer)?[\\s:#]*+)(\\d{5,12})\\b");

    private static final int SUBJECT_READ = 1000;

    private final ReplyToken tokens;

    MailThread(ReplyToken tokens) {
        this.tokens = tokens;
    }

    Contact.Threading of(MailMessage mail) {
        return new Contact.Threading(
                mail.messageId(),
                mail.inReplyTo(),
                firstAndLast(mail.references()),
                repliedIssue(mail).orElse(null),
                ticketNumbers(mail.subject()));
    }

    /** Whether it names something that went before. */
    boolean isAnswer(MailMessage mail) {
        var named = of(mail);
        return named.repliedIssueId() != null
                || !named.inReplyTo().isEmpty()
                || !named.references().isEmpty()
                || !named.ticketNumbers().isEmpty();
    }

    /**
     * The newest of our own ids decides: In-Reply-To first, then References from the end. The address it was sent to comes
     * last, for mail programs remember addresses and offer them for other matters.
     */
    private Optional<UUID> repliedIssue(MailMessage mail) {
        return Stream.concat(mail.inReplyTo().stream(), mail.references().reversed().stream())
                .flatMap(id -> tokens.read(id).stream())
                .map(ReplyToken.Named::issueId)
                .findFirst()
                .or(() -> mail.recipients()
                        .flatMap(address -> tokens.readReplyAddress(address).stream())
                        .findFirst());
    }

    private static List<String> firstAndLast(List<String> references) {
        if (references.size() <= 200) {
            return references;
        }
        var kept = new ArrayList<>(references.subList(0, 1));
        kept.addAll(references.subList(references.size() - 199, references.size()));
        return kept;
    }

    private static List<String> ticketNumbers(String subject) {
        if (subject == null) {
            return List.of();
        }
        return TICKET_NUMBER
                .matcher(Text.cut(subject, SUBJECT_READ))
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
