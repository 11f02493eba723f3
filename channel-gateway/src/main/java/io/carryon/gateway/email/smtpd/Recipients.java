package io.carryon.gateway.email.smtpd;

import io.carryon.gateway.email.Mailboxes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The addresses that mails are taken for. */
@ApplicationScoped
class Recipients {

    private final Set<String> ours;

    Recipients(Mailboxes mailboxes, SmtpdConfig config) {
        this.ours = Stream.concat(
                        mailboxes.all().stream()
                                .flatMap(ours -> Stream.concat(Stream.of(ours.address()), ours.replyTo().stream())),
                        config.recipients().stream().flatMap(Set::stream))
                .map(address -> address.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Our returned replies come back to {@code support+b…@}, so what is behind a plus does not count. */
    boolean isOurs(String address) {
        var lower = address.toLowerCase(Locale.ROOT);
        var at = lower.lastIndexOf('@');
        var plus = lower.indexOf('+');
        return ours.contains(lower)
                || (plus > 0 && plus < at && ours.contains(lower.substring(0, plus) + lower.substring(at)));
    }
}
