package io.carryon.gateway.email.smtpd;

import java.util.Set;

/** How a mail is handed over; LMTP answers a mail's content once for each recipient. */
enum Protocol {
    SMTP("ESMTP", Set.of("HELO", "EHLO")),
    LMTP("LMTP", Set.of("LHLO"));

    private final String title;
    private final Set<String> greetings;

    Protocol(String title, Set<String> greetings) {
        this.title = title;
        this.greetings = greetings;
    }

    String title() {
        return title;
    }

    Set<String> greetings() {
        return greetings;
    }
}
