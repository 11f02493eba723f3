package io.carryon.profile.matching;

import java.util.List;

/**
 * What a caller said when asked who they are, as a speech recognizer wrote it down: each attempt a text.
 *
 * @param names the whole name, in words or spelled letter by letter
 * @param births dates of birth
 */
public record Heard(List<String> names, List<String> postcodes, List<String> births) {

    public static final Heard NOTHING = new Heard(List.of(), List.of(), List.of());

    boolean isNothing() {
        return names.isEmpty() && postcodes.isEmpty() && births.isEmpty();
    }
}
