package io.carryon.gateway.email;

import io.carryon.gateway.email.forward.InlineForward;
import io.carryon.gateway.email.mime.Addresses;
import io.carryon.gateway.email.mime.MimeParser;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Customers' mails that staff pass on to us: they are the customers'. */
@ApplicationScoped
class StaffForwards {

    private final Set<String> staff;
    private final Mailboxes mailboxes;
    private final MailThread thread;

    StaffForwards(MailConfig config, Mailboxes mailboxes, MailThread thread) {
        this.mailboxes = mailboxes;
        this.thread = thread;
        this.staff = config.staff().orElse(Set.of()).stream()
                .map(address -> address.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A customer's mail, and what was written above it by who passes it on. */
    record Forwarded(String note, MailMessage original) {}

    /**
     * The first mail that staff pass on in theirs; nothing in the mail of somebody whose domain does not vouch for them, nor
     * in an answer, which may repeat or enclose anything, unless its subject says that it passes a mail on.
     */
    Optional<Forwarded> in(MailMessage mail, boolean isProved) {
        return isProved && isStaff(mail.fromAddress()) ? passedOn(mail).filter(this::isOfACustomer) : Optional.empty();
    }

    private Optional<Forwarded> passedOn(MailMessage mail) {
        var isAnswer = thread.isAnswer(mail);
        if (isAnswer && !InlineForward.isSaidBy(mail.subject())) {
            return Optional.empty();
        }
        return attached(mail).or(() -> inline(mail, isAnswer));
    }

    /** Whether an address is of staff, by itself or by its domain. */
    boolean isStaff(String address) {
        var folded = address.toLowerCase(Locale.ROOT);
        var at = folded.lastIndexOf('@');
        return staff.contains(folded) || (at >= 0 && staff.contains(folded.substring(at)));
    }

    private boolean isOfACustomer(Forwarded forwarded) {
        var original = forwarded.original();
        return original.unreadableBecause().isEmpty()
                && !isStaff(original.fromAddress())
                && !mailboxes.isOurs(original.fromAddress());
    }

    private static Optional<Forwarded> attached(MailMessage mail) {
        return mail.root()
                .walk()
                .filter(part -> part.isEmbeddedMessage() && !part.children().isEmpty())
                .findFirst()
                .map(part -> new Forwarded(
                        mail.text().strip(), MimeReader.read(part.children().getFirst())));
    }

    private static Optional<Forwarded> inline(MailMessage mail, boolean isAnswer) {
        return InlineForward.in(mail.subject(), mail.text(), isAnswer)
                .flatMap(found -> Addresses.parse(found.from()).stream()
                        .filter(address -> address.address() != null)
                        .findFirst()
                        .map(from -> new Forwarded(
                                found.note(),
                                new MailMessage(
                                        // It must have some field to be a mail.
                                        MimeParser.parse(
                                                "X-Passed-On: inline\r\n\r\n".getBytes(StandardCharsets.US_ASCII)),
                                        from,
                                        List.of(),
                                        List.of(),
                                        found.subject(),
                                        null,
                                        List.of(),
                                        List.of(),
                                        found.text(),
                                        found.text(),
                                        null,
                                        null,
                                        mail.files(),
                                        null))));
    }
}
