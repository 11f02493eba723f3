package io.carryon.gateway.email;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether our own mail server found that the sender is who the From field says (DMARC, RFC 8601). Anybody can write an
 * Authentication-Results field, so only those count that stand above the first Received field of somebody else.
 */
final class SenderTrust {

    private static final Pattern DMARC_PASS = Pattern.compile("(?i)\\bdmarc\\s*=\\s*pass\\b");
    private static final Pattern HEADER_FROM = Pattern.compile("(?i)\\bheader\\.from\\s*=\\s*\"?([^\\s;\"]+)");
    private static final Pattern RECEIVED_BY = Pattern.compile("(?i)\\bby\\s+([^\\s;()]+)");

    private final Set<String> ours;

    SenderTrust(Set<String> trustedAuthservIds) {
        this.ours = trustedAuthservIds;
    }

    boolean isProved(MailMessage mail) {
        for (var field : mail.headers().all()) {
            switch (field.name().toLowerCase(Locale.ROOT)) {
                case "authentication-results" -> {
                    if (isOurs(field.raw()) && passes(field.raw(), mail.fromAddress())) {
                        return true;
                    }
                }
                case "received" -> {
                    if (isForeign(field.raw())) {
                        return false;
                    }
                }
                default -> {}
            }
        }
        return false;
    }

    private boolean isOurs(String results) {
        var id = results.split("[;\\s]", 2)[0].strip();
        return ours.stream().anyMatch(id::equalsIgnoreCase);
    }

    private static boolean passes(String results, String from) {
        var domain = from.substring(from.lastIndexOf('@') + 1);
        for (var result : results.split(";")) {
            var headerFrom = HEADER_FROM.matcher(result);
            if (DMARC_PASS.matcher(result).find() && headerFrom.find()) {
                var named = headerFrom.group(1);
                return named.substring(named.lastIndexOf('@') + 1).equalsIgnoreCase(domain);
            }
        }
        return false;
    }

    private boolean isForeign(String received) {
        var by = RECEIVED_BY.matcher(received);
        return !by.find() || ours.stream().noneMatch(id -> by.group(1).equalsIgnoreCase(id));
    }
}
