package io.carryon.profile.recognition.training;

import io.carryon.profile.recognition.linking.Signal;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Kinds of evidence that are left out one at a time, to see what each brings. */
enum Ablation {
    MEANING("the texts' meaning", name -> name.contains("MEANING")),
    WORDS("common words", name -> name.contains("WORDS")),
    REFERENCES("what names an order or none", name -> name.contains("REFERENCE")),
    DURABLE("cards and policies", name -> name.contains("DURABLE")),
    THREAD("the mail it answers", name -> name.contains("REPLY")),
    TIME_AND_STATE(
            "time and state", name -> name.contains("OPEN") || name.contains("QUIET") || name.contains("RESOLVED")),
    CHANNEL_AND_LANGUAGE(
            "channel, language, length",
            name -> name.contains("SPOKEN") || name.contains("LANGUAGE") || name.contains("LENGTH"));

    private final String says;
    private final Predicate<String> signals;

    Ablation(String says, Predicate<String> signals) {
        this.says = says;
        this.signals = signals;
    }

    String says() {
        return says;
    }

    Set<Signal> signals() {
        return Arrays.stream(Signal.values())
                .filter(signal -> signals.test(signal.name()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
