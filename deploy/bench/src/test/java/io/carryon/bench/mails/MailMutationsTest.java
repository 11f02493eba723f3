package io.carryon.bench.mails;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailMutationsTest {

    private static final byte[] MAIL =
            "From: a@b.example\r\nSubject: x\r\n\r\nHello".getBytes(StandardCharsets.US_ASCII);

    @Test
    void aSeedAndANumberMakeTheSameMailEachTime() {
        var one = new MailMutations(List.of(MAIL), 7);
        var other = new MailMutations(List.of(MAIL), 7);

        assertThat(IntStream.range(0, 200).filter(i -> !Arrays.equals(one.mail(i), other.mail(i))))
                .isEmpty();
        assertThat(IntStream.range(0, 200).filter(i -> Arrays.equals(one.mail(i), MAIL)))
                .hasSizeLessThan(60);
    }

    @Test
    void hostileMailsHaveTheSizeAskedForAndAllAreRead() {
        var trials = new MailTrials(Duration.ofMinutes(1));
        for (var hostile : HostileMails.of(10_000)) {
            assertThat(hostile.made().get()).as(hostile.name()).hasSize(10_000);
            trials.read(hostile.name(), hostile.made().get());
        }

        assertThat(trials.isGood()).isTrue();
    }
}
