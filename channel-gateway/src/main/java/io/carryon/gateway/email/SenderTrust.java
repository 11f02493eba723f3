package io.carryon.gateway.email;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether our own mail server found that the sender is who the From field says (DMARC, RFC 8601). Anybody can write an
 * Authentication-Results field in our server's name, so only the topmost that judges counts, and what stands below the
 * Received field of the server that took the mail from outside is the sender's word.
 */
final class SenderTrust {

    private static final Pattern DMARC = Pattern.compile("(?i)\\bdmarc\\s*=\\s*(\\w+)");
    private static final Pattern HEADER_FROM = Pattern.compile("(?i)\\bheader\\.from\\s*=\\s*\"?([^\\s;\"]+)");
    /** How our own server hands over within the house; what comes from outside never comes so. */
    private static final Pattern BY_LMTP = Pattern.compile("(?i)by\\s+(\\S+)(\\s+\\([^)]*\\))?\\s+with\\s+LMTP");

    private final Set<String> ours;
    private final boolean belowReceived;

    /** {@code belowReceived}: the border server writes its result below its own Received field, and removes forged ones. */
    SenderTrust(Set<String> trustedAuthservIds, boolean belowReceived) {
        this.ours = trustedAuthservIds;
        this.belowReceived = belowReceived;
    }

    boolean isProved(MailMessage mail) {
        var borders = 0;
        for (var field : mail.headers().all()) {
            switch (field.name().toLowerCase(Locale.ROOT)) {
                case "authentication-results" -> {
                    if (isOurs(field.raw()) && DMARC.matcher(field.raw()).find()) {
                        return passes(field.raw(), mail.fromAddress());
                    }
                }
                case "received" -> {
                    borders += isWithinTheHouse(field.raw()) ? 0 : 1;
                    if (borders > (belowReceived ? 1 : 0)) {
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
            var verdict = DMARC.matcher(result);
            if (verdict.find() && verdict.group(1).equalsIgnoreCase("pass") && headerFrom.find()) {
                var named = headerFrom.group(1);
                return named.substring(named.lastIndexOf('@') + 1).equalsIgnoreCase(domain);
            }
        }
        return false;
    }

    /** What precedes our server's own words, the last of the field, may be how a stranger introduced himself. */
    private boolean isWithinTheHouse(String received) {
        var own = received.substring(received.toLowerCase(Locale.ROOT).lastIndexOf(" by ") + 1);
        var server = BY_LMTP.matcher(own);
        return server.lookingAt() && ours.stream().anyMatch(server.group(1)::equalsIgnoreCase);
    }
}
