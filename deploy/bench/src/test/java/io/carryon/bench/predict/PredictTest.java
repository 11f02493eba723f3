package io.carryon.bench.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictTest {

    @TempDir
    Path folder;

    private String predicted(Prediction prediction, String lines) throws IOException {
        var in = Files.writeString(folder.resolve("in.jsonl"), lines);
        var out = folder.resolve("out.jsonl");
        Predict.run(prediction, in, out);
        return Files.readString(out);
    }

    @Test
    void anAnswerStandsForEveryLine() throws IOException {
        assertThat(predicted(new PhonePrediction(), """
                {"raw":"614 20 13 35","tenant_region":"ES"}
                {"raw":"anonymous","tenant_region":"ES"}
                """)).isEqualTo("""
                {"raw":"614 20 13 35","e164":"+34614201335"}
                {"raw":"anonymous","e164":null}
                """);
    }

    @Test
    void aPairIsDecidedWithItsReasons() throws IOException {
        assertThat(predicted(new IdentityPrediction(), """
                {"id":"1","a":{"email":"a.pop@gmail.com","display_name":"Ana Pop"},"b":{"email":"apop@gmail.com"}}
                """)).isEqualTo("""
                {"id":"1","decision":"merge","weight":22,"evidence":["22 the same mailbox"]}
                """);
    }

    @Test
    void everyMailBelowAFolderIsReadByItsPath() throws IOException {
        var mails = Files.createDirectories(folder.resolve("mails/mime"));
        Files.writeString(mails.resolve("one.eml"), """
                From: Ana <ana@example.org>
                Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=

                Hello

                On Mon, 2 Mar 2026 at 09:00, Support <support@example.org> wrote:
                > Hi
                """);
        Files.writeString(mails.resolve("two.txt"), "Thanks\n\n-- \nAna\n");
        var out = folder.resolve("out.jsonl");

        assertThat(MailPredictions.run(folder.resolve("mails"), out)).isEqualTo(2);

        assertThat(Files.readString(out))
                .contains(
                        "\"from\":\"ana@example.org\"",
                        "\"subject\":\"Grüße\"",
                        "\"reply_text\":\"Hello\"",
                        "\"file\":\"mime/one.eml\"",
                        "{\"reply_text\":\"Thanks\",\"file\":\"mime/two.txt\"}");
    }
}
