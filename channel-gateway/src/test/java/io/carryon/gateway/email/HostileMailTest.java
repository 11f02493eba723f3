package io.carryon.gateway.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carryon.gateway.contact.Contact;
import io.carryon.gateway.email.mime.MimeParser;
import io.carryon.gateway.email.reply.ReplyText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Mails made to hang the reader or to exhaust its memory; the timeout stands for what took hours. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileMailTest {

    private static final String BLANKS = " ".repeat(100_000);

    @TempDir
    Path folder;

    @Test
    void blanksInASubjectAndADateAreOneContact() {
        var contact = taken("From: a@example.org\nMessage-ID: <b@x>\nSubject: Ticket" + BLANKS + "x\nDate: Mon, "
                + BLANKS + "(" + BLANKS + "\n\nHello\n");

        assertThat(contact.subject()).isEqualTo("Ticket x");
    }

    @Test
    void blanksInEncodedWordsAreBlanks() {
        var words = ("=?utf-8?Q?" + "_".repeat(60) + "?=\n ").repeat(500);

        assertThat(taken("From: a@example.org\nSubject: Ticket" + words + " =?utf-8?Q?x?=\n\nHello\n")
                        .subject())
                .startsWith("Ticket");
    }

    @Test
    void aWordWithoutEndIsNoAddress() {
        assertThat(taken("From: a@example.org\nTo: " + "a".repeat(200_000) + " b@example.org\n\nHello\n")
                        .participants())
                .extracting(Contact.Participant::address)
                .containsExactly("b@example.org");
    }

    @Test
    void aLineOfDashesAfterAnIntroductionIsText() {
        assertThat(taken("From: a@example.org\n\nOn 2 March 2026\n" + "-".repeat(90_000) + "x\n")
                        .text())
                .contains("On 2 March");
    }

    @Test
    void linesThatAreSlowToJudgeAreShownWhole() {
        var lines = ("From" + " ".repeat(950) + "x\n").repeat(4900);

        assertThat(ReplyText.visible("Hello\n" + lines)).startsWith("Hello").endsWith("x");
    }

    @Test
    void namesOfAMegabyteAreCutAndTheSendersMailIsTaken() {
        var names = ("x".repeat(1000) + "\n ").repeat(200);

        assertThat(taken("From: a@example.org\nTo: \"" + names + "\" <x@example.org>\n\nHello\n")
                        .participants())
                .singleElement()
                .satisfies(other -> assertThat(other.name()).hasSizeLessThanOrEqualTo(200));
    }

    @Test
    void nestedQuotesDoNotMultiplyTheText() {
        var html = "<blockquote>".repeat(500) + "x<br>".repeat(200_000);

        var text = HtmlText.of(html);

        assertThat(text).startsWith("> > > ").hasSizeLessThan(500_000);
    }

    @Test
    void mailsWithinMailsAreNotCopied() {
        var file = "x".repeat(500_000);
        var mail = new StringBuilder("From: a@example.org\n");
        for (var i = 0; i < 31; i++) {
            mail.append("Content-Type: message/rfc822\nContent-Disposition: attachment\n\n");
        }
        var bytes = (mail + "Subject: innermost\n\n" + file).getBytes(StandardCharsets.US_ASCII);

        var innermost =
                MimeParser.parse(bytes).walk().reduce((outer, inner) -> inner).orElseThrow();

        assertThat(innermost.headers().text("Subject")).hasValue("innermost");
        assertThat(innermost.body().bytes()).isSameAs(bytes);
    }

    @Test
    void aReadingThatTakesTooLongIsGivenUp() {
        var never = new CountDownLatch(1);

        assertThatThrownBy(() -> new TimeLimit(Duration.ofMillis(1)).of(() -> never.await(1, TimeUnit.HOURS)))
                .isInstanceOf(TimeLimit.Exceeded.class);
    }

    private Contact taken(String mail) {
        var stage = new TestIntake(folder);
        stage.intake().take("support", List.of(new ArrivedMail("1", Mails.bytes(mail))));
        assertThat(stage.held()).isEmpty();
        return stage.published().getFirst();
    }
}
