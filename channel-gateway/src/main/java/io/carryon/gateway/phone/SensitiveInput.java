package io.carryon.gateway.phone;

import io.carryon.gateway.phone.CallHappening.InputGiven;
import io.carryon.gateway.phone.CallHappening.Said;
import io.carryon.gateway.phone.CallHappening.SelfServiceResolved;
import io.carryon.gateway.phone.CallHappening.Transcribed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Masks what a caller typed in confidence, before anything is stored or sent. It rather masks too much. */
@ApplicationScoped
public class SensitiveInput {

    /** What stands for a value that is not kept. */
    public static final String MASK = "****";

    private static final int LONG_ENOUGH_TO_FIND_ANYWHERE = 4;

    private final Set<String> names;

    public SensitiveInput(PhoneConfig config) {
        this.names = config.sensitive();
    }

    /** The same keys, with the values of sensitive ones replaced, and of numbers that pay anywhere. */
    public Map<String, String> masked(Map<String, String> collected) {
        var masked = new LinkedHashMap<String, String>();
        collected.forEach((key, value) -> masked.put(key, isSensitive(key) ? MASK : PaymentNumbers.masked(value)));
        return masked;
    }

    /** The same call with what was collected masked. */
    public Call masked(Call call) {
        return call.isTriggered() && !call.collected().isEmpty()
                ? call.triggered(call.trigger(), call.triggeredAt(), call.menuPath(), masked(call.collected()))
                : call;
    }

    /** The same thing with nothing in it that must not be kept. */
    public CallHappening masked(CallHappening what) {
        return switch (what) {
            case InputGiven input ->
                new InputGiven(
                        input.name(),
                        input.sensitive() || isSensitive(input.name()) ? MASK : PaymentNumbers.masked(input.value()),
                        input.sensitive());
            case Said said -> new Said(PaymentNumbers.masked(said.text()));
            case Transcribed said ->
                new Transcribed(said.recordingId(), PaymentNumbers.masked(said.text()), said.language());
            case SelfServiceResolved resolved -> new SelfServiceResolved(PaymentNumbers.masked(resolved.what()));
            default -> what;
        };
    }

    /** Whether a value was replaced as a whole. */
    public static boolean isMasked(String value) {
        return MASK.equals(value);
    }

    private boolean isSensitive(String key) {
        var whole = key.toLowerCase(Locale.ROOT);
        return names.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> words(key).anyMatch(word -> word.startsWith(name))
                        || (name.length() >= LONG_ENOUGH_TO_FIND_ANYWHERE && whole.contains(name)));
    }

    private static Stream<String> words(String key) {
        return Stream.of(key.split("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+")).map(word -> word.toLowerCase(Locale.ROOT));
    }
}
