package io.carryon.gateway.email;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BounceReportTest {

    @Test
    void ofSeveralRecipientsTheOneThatDoesNotExistIsMissing() {
        var mail = new MimeReader().read(Mails.bytes("""
                From: MAILER-DAEMON@mx.example
                To: support@carryon.test
                Subject: Undelivered Mail
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="r"

                --r
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; full@example.org
                Action: failed
                Status: 5.2.2

                Final-Recipient: rfc822; gone@example.org
                Action: failed
                Status: 5.1.1

                --r--
                """));

        assertThat(BounceReport.missingAddress(mail)).contains("gone@example.org");
    }
}
