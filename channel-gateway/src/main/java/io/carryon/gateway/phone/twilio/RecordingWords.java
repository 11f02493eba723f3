package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.CallHappening;
import io.carryon.gateway.phone.line.CallProgress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.function.BiFunction;

/** Notes what Twilio tells of a recording, once it is complete; what is not is told again when it is. */
@ApplicationScoped
class RecordingWords {

    private static final String COMPLETED = "completed";

    private final CallProgress progress;
    private final Clock clock;

    RecordingWords(CallProgress progress, Clock clock) {
        this.progress = progress;
        this.clock = clock;
    }

    /** {@code what} is made of the recording's id and of the word; without either of them nothing is noted. */
    void note(TwilioRequest request, String state, String word, BiFunction<String, String, CallHappening> what) {
        var told = request.told();
        var id = told.first("RecordingSid");
        var said = told.first(word);
        if (id.isPresent()
                && said.isPresent()
                && told.first(state).orElse(COMPLETED).equals(COMPLETED)) {
            var now = clock.instant();
            progress.note(request.deadline(), request.call(null, null, now), what.apply(id.get(), said.get()), now);
        }
    }
}
