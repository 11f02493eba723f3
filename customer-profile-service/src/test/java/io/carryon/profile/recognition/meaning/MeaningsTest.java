package io.carryon.profile.recognition.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.junit.jupiter.api.Test;

class MeaningsTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Meanings meanings = new Meanings(metrics);

    private double works() {
        return metrics.get("carryon.sentence.model").gauge().value();
    }

    @Test
    void aModelThatFailsIsAsUnavailableAsOneThatIsNotThereAndIsSeen() throws Exception {
        assertThat(works()).isZero();
        meanings.load(new StartupEvent());
        var router = meanings.of("My router drops the line.");

        assertThat(works()).isOne();
        assertThat(router.similarity(meanings.of("The router loses its connection.")))
                .isGreaterThan(router.similarity(meanings.of("Where is my refund?")));

        // A closed session refuses every text, like one whose memory is exhausted.
        meanings.close(new ShutdownEvent());

        assertThatThrownBy(() -> meanings.of("My router drops the line."))
                .isInstanceOf(MeaningUnavailableException.class);
        assertThat(works()).isZero();
    }
}
