package io.carryon.gateway.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Fields as they stand in a mail, the newest on top; mx.carryon.test is ours. */
class SenderTrustTest {

    private static final String PASS = "Authentication-Results: mx.carryon.test; dmarc=pass header.from=example.org\n";
    private static final String FAIL = "Authentication-Results: mx.carryon.test; dmarc=fail header.from=example.org\n";
    private static final String BORDER =
            "Received: from mx.carryon.test (evil.example [192.0.2.1]) by mx.carryon.test (Postfix) with ESMTPS id 1\n";
    private static final String INSIDE =
            "Received: from mx.carryon.test by mx.carryon.test (Dovecot) with LMTP id 2; Mon, 2 Mar 2026\n";

    @Test
    void ourServersWordProvesTheSender() {
        assertThat(isProved(PASS + BORDER)).isTrue();
        assertThat(isProved(INSIDE + PASS + BORDER)).isTrue();
        assertThat(isProved("Authentication-Results: mx.carryon.test; spf=fail\n" + PASS))
                .isTrue();
    }

    @Test
    void aForgedPassBelowOurFailIsNotBelieved() {
        assertThat(isProved(FAIL + BORDER + PASS)).isFalse();
        assertThat(isProved(FAIL + PASS)).isFalse();
        assertThat(isProved(PASS + FAIL)).isTrue();
    }

    @Test
    void whatTheSenderWroteBelowTheBorderIsNotBelievedEvenWhereWeSaidNothing() {
        assertThat(isProved(BORDER + PASS)).isFalse();
        assertThat(isProved(INSIDE + BORDER + PASS)).isFalse();
        assertThat(isProved(
                        "Received: from x by mx.carryon.test with LMTP (evil) by mx.carryon.test with ESMTP\n" + PASS))
                .isFalse();
    }

    @Test
    void aServerThatWritesBelowItsReceivedIsBelievedThereAndNoFurther() {
        assertThat(new SenderTrust(Set.of("mx.carryon.test"), true).isProved(read(BORDER + PASS)))
                .isTrue();
        assertThat(new SenderTrust(Set.of("mx.carryon.test"), true).isProved(read(BORDER + FAIL + PASS)))
                .isFalse();
        assertThat(new SenderTrust(Set.of("mx.carryon.test"), true).isProved(read(BORDER + BORDER + PASS)))
                .isFalse();
    }

    @Test
    void anotherServersWordOrOneAboutAnotherDomainProvesNothing() {
        assertThat(isProved(PASS.replace("mx.carryon.test", "mx.evil.example"))).isFalse();
        assertThat(isProved(PASS.replace("example.org", "evil.example"))).isFalse();
    }

    private static boolean isProved(String fields) {
        return new SenderTrust(Set.of("mx.carryon.test"), false).isProved(read(fields));
    }

    private static MailMessage read(String fields) {
        return new MimeReader().read(Mails.bytes(fields + Mails.plain("ann@example.org", "p@x", "s", "t")));
    }
}
