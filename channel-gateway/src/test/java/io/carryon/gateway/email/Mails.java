package io.carryon.gateway.email;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Mails as they arrive, written by hand. */
final class Mails {

    private Mails() {}

    static byte[] bytes(String text) {
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** A plain mail of a person. */
    static String plain(String from, String messageId, String subject, String body) {
        return """
                From: %s
                To: support@carryon.test
                Subject: %s
                Message-ID: <%s>
                Date: Mon, 02 Mar 2026 10:15:30 +0100
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: 8bit

                %s
                """.formatted(from, subject, messageId, body);
    }

    /** A mail with text in two forms, an inline picture and a file whose name is in Japanese. */
    static String rich(String from, String messageId) {
        var picture = Base64.getEncoder().encodeToString(new byte[] {1, 2, 3});
        return """
                From: =?utf-8?B?SsO8cmdlbiBNw7xsbGVy?= <%s>
                To: support@carryon.test
                Cc: "Boss, The" <boss@example.org>
                Subject: =?iso-8859-1?Q?St=F6rung?= seit
                 =?utf-8?Q?heute?=
                Message-ID: <%s>
                In-Reply-To: <earlier@example.org>
                References: <first@example.org> <earlier@example.org>
                Date: Mon, 02 Mar 2026 10:15:30 +0100
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="outer"

                --outer
                Content-Type: multipart/alternative; boundary="inner"

                --inner
                Content-Type: text/plain; charset=iso-8859-1
                Content-Transfer-Encoding: quoted-printable

                Gr=FC=DFe

                On Mon, 2 Mar 2026 at 09:00, Support <support@carryon.test> wrote:
                > How can we help?
                --inner
                Content-Type: multipart/related; boundary="related"

                --related
                Content-Type: text/html; charset=utf-8

                <p onclick="x()">Grüße <script>alert(1)</script><img src="cid:pic"><img src="http://spy.example/x.gif"></p>
                --related
                Content-Type: image/png
                Content-ID: <pic>
                Content-Transfer-Encoding: base64

                %s
                --related--
                --inner--
                --outer
                Content-Type: application/pdf; name*=utf-8''%%E8%%AB%%8B%%E6%%B1%%82.pdf
                Content-Disposition: attachment; filename*=utf-8''%%E8%%AB%%8B%%E6%%B1%%82.pdf
                Content-Transfer-Encoding: base64

                JVBERi0x
                --outer--
                """.formatted(from, messageId, picture);
    }

    /** A vacation responder's answer as RFC 3834 wants it. */
    static String autoReply(String from, String messageId) {
        return """
                Return-Path: <>
                From: %s
                To: support@carryon.test
                Subject: Away until Monday
                Message-ID: <%s>
                Auto-Submitted: auto-replied (vacation)
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8

                I am at the lake.
                """.formatted(from, messageId);
    }

    /** A delivery report (RFC 3464) about a mail of ours. */
    static String bounce(String messageId, String originalMessageId) {
        return """
                Return-Path: <>
                From: Mail Delivery System <MAILER-DAEMON@mx.example.org>
                To: support@carryon.test
                Subject: Undelivered Mail Returned to Sender
                Message-ID: <%s>
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                It did not work out.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.org

                Final-Recipient: rfc822; nobody@example.org
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 unknown user

                --b
                Content-Type: message/rfc822

                Message-ID: %s
                Subject: Re: yours

                Hello
                --b--
                """.formatted(messageId, originalMessageId);
    }
}
