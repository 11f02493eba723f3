package io.carryon.local;

import java.nio.file.Path;
import java.util.Arrays;

/**
 * What the person who called {@code deploy/run} asked for.
 *
 * @param root the top folder of the repository
 * @param data where everything that must survive is kept
 */
record Options(Path root, Path data, boolean demo, boolean freePorts, boolean onlyParts, boolean train) {

    static final class Wrong extends Exception {

        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message);
        }
    }

    static Options parse(String... arguments) throws Wrong {
        Path root = Path.of("").toAbsolutePath();
        Path data = null;
        boolean demo = false;
        boolean freePorts = false;
        boolean onlyParts = false;
        boolean train = false;
        for (Words words = new Words(arguments); words.hasNext(); ) {
            String option = words.next();
            switch (option) {
                case "--demo" -> demo = true;
                case "--only-parts" -> onlyParts = true;
                // For deploy/run alone, after a build.
                case "--train" -> train = true;
                case "--root" -> root = Path.of(words.value(option)).toAbsolutePath();
                case "--data" -> data = Path.of(words.value(option)).toAbsolutePath();
                case "--ports" -> freePorts = free(words.value(option));
                default -> throw new Wrong("There is no option " + option + "; see deploy/run --help");
            }
        }
        return new Options(
                root, data == null ? root.resolve(".carryon") : data.normalize(), demo, freePorts, onlyParts, train);
    }

    /** Everything once, with the demonstration as the work to do. */
    Options forTraining(Path data) {
        return new Options(root, data, true, true, false, true);
    }

    private static boolean free(String ports) throws Wrong {
        if (!"free".equals(ports)) {
            throw new Wrong("--ports takes the word free, not " + ports);
        }
        return true;
    }

    /** The arguments one by one; {@code --name=value} counts as two. */
    private static final class Words {

        private final String[] words;
        private int next;

        Words(String[] arguments) {
            words = Arrays.stream(arguments)
                    .flatMap(word -> Arrays.stream(word.startsWith("--") ? word.split("=", 2) : new String[] {word}))
                    .toArray(String[]::new);
        }

        boolean hasNext() {
            return next < words.length;
        }

        String next() {
            return words[next++];
        }

        String value(String option) throws Wrong {
            if (!hasNext()) {
                throw new Wrong(option + " needs a value; see deploy/run --help");
            }
            return next();
        }
    }
}
