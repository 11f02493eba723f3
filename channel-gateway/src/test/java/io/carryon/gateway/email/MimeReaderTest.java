package io.carryon.gateway.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.carryon.gateway.email.reply.ReplyText;
import io.carryon.gateway.email.tnef.Tnef;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MimeReaderTest {

    private final MimeReader reader = new MimeReader();

    @Test
    void everyPartOfANestedMailIsFound() {
        var mail = reader.read(Mails.bytes(Mails.rich("jm@example.org", "one@example.org")));

        assertThat(mail.from().name()).isEqualTo("Jürgen Müller");
        assertThat(mail.fromAddress()).isEqualTo("jm@example.org");
        assertThat(mail.subject()).isEqualTo("Störung seit heute");
        assertThat(mail.messageId()).isEqualTo("one@example.org");
        assertThat(mail.references()).containsExactly("first@example.org", "earlier@example.org");
        assertThat(mail.cc())
                .singleElement()
                .satisfies(cc -> assertThat(cc.name()).isEqualTo("Boss, The"));
        assertThat(mail.text()).startsWith("Grüße");
        assertThat(ReplyText.visible(mail.text())).isEqualTo("Grüße");
        assertThat(mail.files()).hasSize(2);
        assertThat(mail.files().get(0).inline()).isTrue();
        assertThat(mail.files().get(0).content()).containsExactly(1, 2, 3);
        assertThat(mail.files().get(1).name()).isEqualTo("請求.pdf");
    }

    @ParameterizedTest(name = "{0} said to be {1}")
    @CsvSource({
        "UTF-8, us-ascii",
        "UTF-8, iso-8859-99",
        "UTF-8, ''",
        "windows-1252, iso-8859-1",
        "windows-1252, utf-8",
        "UTF-8, utf-8",
    })
    void textIsReadInTheCharsetItIsInWhateverItClaims(String real, String claimed) {
        var head = "From: a@example.org\r\nContent-Type: text/plain; charset=" + claimed + "\r\n\r\n";
        var text = "Für 5 € — “größer” wäre schön, naïve Fähre über Öl";
        var body = text.getBytes(Charset.forName(real));
        var mail = Arrays.copyOf(head.getBytes(StandardCharsets.US_ASCII), head.length() + body.length);
        System.arraycopy(body, 0, mail, head.length(), body.length);

        assertThat(reader.read(mail).text()).isEqualTo(text);
    }

    @Test
    void htmlAloneBecomesTextWithItsQuotesMarked() {
        var mail = reader.read(Mails.bytes("""
                From: a@example.org
                Content-Type: text/html; charset=utf-8

                <html><head><style>p{}</style></head><body><p>Hello&nbsp;there</p><ul><li>one<li>two</ul>
                <blockquote>old words</blockquote></body></html>
                """));

        assertThat(mail.text()).isEqualTo("Hello there\n\n- one\n- two\n> old words");
    }

    @Test
    void outlooksWrappingIsTakenOff() {
        var wrapped = Base64.getMimeEncoder()
                .encodeToString(new Tnef()
                        .body("Grüße")
                        .file("cat.png", new byte[] {1, 2})
                        .bytes());
        var mail = reader.read(Mails.bytes("From: a@example.org\nContent-Type: application/ms-tnef; name=winmail.dat\n"
                + "Content-Transfer-Encoding: base64\n\n" + wrapped + "\n"));

        assertThat(mail.text()).isEqualTo("Grüße");
        assertThat(mail.files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("cat.png");
            assertThat(file.content()).containsExactly(1, 2);
        });
    }

    @Test
    void aWrappingThatCannotBeOpenedStaysAFile() {
        var mail = reader.read(
                Mails.bytes("From: a@example.org\nContent-Type: application/ms-tnef; name=winmail.dat\n\nnothing\n"));

        assertThat(mail.files())
                .singleElement()
                .satisfies(file -> assertThat(file.name()).isEqualTo("winmail.dat"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"message/rfc822", "message/global"})
    void aMailInsideIsNamedByItsSubject(String type) {
        var subject = "a long subject ".repeat(30);
        var mail = reader.read(Mails.bytes(
                "From: a@example.org\nContent-Type: " + type + "\n\nSubject: %s\n\nHello\n".formatted(subject)));

        assertThat(mail.files())
                .singleElement()
                .satisfies(file -> assertThat(file.name())
                        .startsWith("a long subject")
                        .endsWith(".eml")
                        .hasSizeLessThanOrEqualTo(255));
    }

    @Test
    void aPictureIsInlineHoweverTheHtmlWritesItsId() {
        var mail = reader.read(Mails.bytes("""
                From: a@example.org
                Content-Type: multipart/related; boundary=b

                --b
                Content-Type: text/html

                <img src="CID:one%40example.org">
                --b
                Content-Type: image/png
                Content-ID: <one@example.org>

                x
                --b
                Content-Type: image/png
                Content-ID: <two@example.org>

                x
                --b--
                """));

        assertThat(mail.files()).extracting(MailMessage.MailFile::inline).containsExactly(true, false);
    }

    @Test
    void anIdOfAnOldProgramKeepsItsBlanks() {
        var mail = reader.read(
                Mails.bytes(
                        "From: a@example.org\nMessage-ID: <1 @ old\n .example>\nReferences: <a@x><b@x> <see my mail>\n\nHello\n"));

        assertThat(mail.messageId()).isEqualTo("1 @ old .example");
        assertThat(mail.references()).containsExactly("a@x", "b@x");
    }

    @Test
    void displayedHtmlHasNoScriptAndNothingRemote() {
        var html = DisplayHtml.of(
                reader.read(Mails.bytes(Mails.rich("a@example.org", "x@y"))).html());

        assertThat(html).contains("Grüße").contains("cid:pic").doesNotContain("script", "onclick", "spy.example");
    }

    @Test
    void noCutNoNoiseAndNoRubbishMakesTheReaderThrow() {
        var random = new Random(4711);
        var whole = Mails.bytes(Mails.rich("a@example.org", "x@y"));
        for (var round = 0; round < 2000; round++) {
            var bytes = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
            for (var i = 0; i < random.nextInt(20) && bytes.length > 0; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThatCode(() -> {
                        var mail = reader.read(bytes);
                        ReplyText.visible(mail.text());
                        AutomaticMail.kindOf(mail);
                        DisplayHtml.of(mail.html());
                    })
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void hostileDepthAndLengthAreSurvived() {
        var nested = new StringBuilder("From: a@example.org\r\n");
        for (var i = 0; i < 500; i++) {
            nested.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }
        var longParameter =
                "From: a@example.org\r\nContent-Type: text/plain; name=\"" + "\\\"".repeat(60_000) + "\"\r\n\r\nx";

        assertThatCode(() -> reader.read(nested.toString().getBytes(StandardCharsets.UTF_8)))
                .doesNotThrowAnyException();
        assertThat(reader.read(longParameter.getBytes(StandardCharsets.UTF_8)).text())
                .isEqualTo("x");
    }

    @Test
    void whatNamesNobodySaysWhyItIsUnreadable() {
        assertThat(reader.read(new byte[0]).unreadableBecause())
                .hasValueSatisfying(why -> assertThat(why).contains("not a mail"));
        assertThat(reader.read(Mails.bytes("Subject: hi\n\nyou")).unreadableBecause())
                .isPresent();
    }
}
