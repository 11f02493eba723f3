package io.carryon.profile.recognition.meaning;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/**
 * The one sentence model of this process, loaded beside the start so that neither waits for the other. The gauge {@code
 * carryon_sentence_model} is 1 while it works and 0 while contacts are linked by what they name only.
 */
@ApplicationScoped
public class Meanings {

    private static final Logger LOG = Logger.getLogger(Meanings.class);

    private final CompletableFuture<SentenceModel> model = new CompletableFuture<>();
    private volatile boolean works;

    public Meanings(MeterRegistry metrics) {
        Gauge.builder("carryon.sentence.model", () -> works ? 1 : 0)
                .description(
                        "1 while texts are compared by their meaning, 0 while contacts are linked by what they name")
                .register(metrics);
    }

    void load(@Observes StartupEvent start) {
        Thread.ofPlatform().name("sentence-model").daemon().start(() -> {
            try {
                model.complete(new SentenceModel());
                works = true;
            } catch (RuntimeException | LinkageError e) {
                // Whoever asks is told; contacts are recognized all the same, by what they name.
                LOG.error("The sentence model cannot be loaded: contacts are linked by what they name only", e);
                model.completeExceptionally(e);
            }
        });
    }

    void close(@Observes ShutdownEvent stop) throws Exception {
        if (model.isDone() && !model.isCompletedExceptionally()) {
            model.join().close();
        }
    }

    /**
     * Where the text's meaning lies; waits for the model in the first second after the start.
     *
     * @throws MeaningUnavailableException where the model cannot be loaded on this machine, or fails at the text
     */
    public SentenceVector of(String text) {
        try {
            var vector = model.join().vector(text);
            works = true;
            return vector;
        } catch (CompletionException e) {
            throw new MeaningUnavailableException(e.getCause());
        } catch (RuntimeException e) {
            // Native code throws what it likes, and no contact is worth less because of it.
            failed(e);
            throw new MeaningUnavailableException(e);
        }
    }

    /** Said once until it works again: the same may happen at every contact. */
    private void failed(RuntimeException e) {
        if (works) {
            LOG.error("The sentence model fails: contacts are linked by what they name only", e);
        }
        works = false;
    }
}
