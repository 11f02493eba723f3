package io.carryon.gateway.phone;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Masks what a caller typed in confidence, before anything is stored or sent. It rather masks too much. */
@ApplicationScoped
public class SensitiveInput {

    private static final String MASK = "****";
    private static final int LONG_ENOUGH_TO_FIND_ANYWHERE = 4;

    private final Set<String> names;

    public SensitiveInput(PhoneConfig config) {
        this.names = config.sensitive();
    }

    /** The same keys, with the values of sensitive ones replaced. */
    public Map<String, String> masked(Map<String, String> collected) {
        var masked = new LinkedHashMap<String, String>();
        collected.forEach((key, value) -> masked.put(key, isSensitive(key) ? MASK : value));
        return masked;
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
