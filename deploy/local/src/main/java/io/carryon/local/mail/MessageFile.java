package io.carryon.local.mail;

import jakarta.mail.Flags;
import jakarta.mail.Flags.Flag;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The name of a message's file: its number in the folder, then one letter per flag, as in {@code 17-RS.eml}. */
record MessageFile(long uid, Flags flags) {

    private static final String SUFFIX = ".eml";

    private static final Map<Character, Flag> LETTERS = new LinkedHashMap<>(Map.of(
            'D', Flag.DRAFT,
            'F', Flag.FLAGGED,
            'R', Flag.ANSWERED,
            'S', Flag.SEEN,
            'T', Flag.DELETED));

    static boolean is(Path file) {
        return file.getFileName().toString().matches("\\d+-[DFRST]*\\.eml");
    }

    static MessageFile of(Path file) {
        String name = file.getFileName().toString();
        int dash = name.indexOf('-');
        Flags flags = new Flags();
        name.substring(dash + 1, name.length() - SUFFIX.length())
                .chars()
                .forEach(letter -> flags.add(LETTERS.get((char) letter)));
        return new MessageFile(Long.parseLong(name.substring(0, dash)), flags);
    }

    String name() {
        StringBuilder name = new StringBuilder().append(uid).append('-');
        LETTERS.forEach((letter, flag) -> {
            if (flags.contains(flag)) {
                name.append(letter);
            }
        });
        return name.append(SUFFIX).toString();
    }
}
