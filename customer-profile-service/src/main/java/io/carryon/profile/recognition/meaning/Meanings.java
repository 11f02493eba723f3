package io.carryon.profile.recognition.meaning;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/** The one sentence model of this process, loaded beside the start so that neither waits for the other. */
@ApplicationScoped
public class Meanings {

    private static final Logger LOG = Logger.getLogger(Meanings.class);

    private final CompletableFuture<SentenceModel> model = new CompletableFuture<>();

    void load(@Observes StartupEvent start) {
        Thread.ofPlatform().name("sentence-model").daemon().start(() -> {
            try {
                model.complete(new SentenceModel());
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
     * @throws MeaningUnavailableException where the model cannot be loaded on this machine
     */
    public SentenceVector of(String text) {
        try {
            return model.join().vector(text);
        } catch (CompletionException e) {
            throw new MeaningUnavailableException(e.getCause());
        }
    }
}
