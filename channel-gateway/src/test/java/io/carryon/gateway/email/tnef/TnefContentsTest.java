package io.carryon.gateway.email.tnef;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TnefContentsTest {

    private static final byte[] WHOLE = new Tnef()
            .body("Grüße")
            .file("cat.png", new byte[] {1, 2, 3})
            .file("data.bin", new byte[] {4})
            .bytes();

    @Test
    void filesComeOutWithNameTypeAndBytes() {
        var contents = TnefContents.of(WHOLE).orElseThrow();

        assertThat(contents.text()).isEqualTo("Grüße");
        assertThat(contents.files()).hasSize(2);
        assertThat(contents.files().get(0).name()).isEqualTo("cat.png");
        assertThat(contents.files().get(0).mediaType()).isEqualTo("image/png");
        assertThat(contents.files().get(0).content()).containsExactly(1, 2, 3);
        assertThat(contents.files().get(1).mediaType()).isEqualTo("application/octet-stream");
    }

    @Test
    void whatIsNoTnefFileStaysPacked() {
        assertThat(TnefContents.of(new byte[0])).isEmpty();
        assertThat(TnefContents.of("Not TNEF".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(TnefContents.of(Arrays.copyOf(WHOLE, TnefContents.BYTES_LIMIT + 1)))
                .isEmpty();
    }

    @Test
    void whatIsMadeOfTooManyPiecesStaysPacked() {
        var many = new Tnef();
        for (var i = 0; i < 1000; i++) {
            many.file("x", new byte[0]);
        }

        assertThat(TnefContents.of(many.bytes())).isEmpty();
        assertThat(TnefContents.of(new Tnef().body("x".repeat(1_500_000)).bytes()))
                .isEmpty();
    }

    @Test
    void noNoiseMakesItThrow() {
        var random = new Random(4711);
        for (var round = 0; round < 3000; round++) {
            var bytes = Arrays.copyOf(WHOLE, 7 + random.nextInt(WHOLE.length - 6));
            for (var i = random.nextInt(20); i > 0; i--) {
                bytes[6 + random.nextInt(bytes.length - 6)] = (byte) random.nextInt(256);
            }
            assertThatCode(() -> TnefContents.of(bytes)).doesNotThrowAnyException();
        }
    }
}
