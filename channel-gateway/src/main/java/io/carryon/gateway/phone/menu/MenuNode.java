package io.carryon.gateway.phone.menu;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A place in a phone menu. */
public sealed interface MenuNode {

    /** Lower case letters, digits and hyphens; unique in its menu. */
    String name();

    /** What the call is about for who has come here; null when the node says nothing about that. */
    String topic();

    /** What is spoken here, by language. */
    Map<String, String> say();

    /** Where 0 leads from here; null leaves it to the menu. */
    String queue();

    /** The nodes a caller may come to from here. */
    Stream<String> targets();

    /** A question with up to four answers. */
    record Choice(String name, String topic, Map<String, String> say, String queue, List<Option> options)
            implements MenuNode {

        @Override
        public Stream<String> targets() {
            return options.stream().map(Option::to);
        }

        /** Whether it asks for the language, and not what the call is about. */
        boolean isAboutLanguage() {
            return options.stream().anyMatch(option -> option.language() != null);
        }
    }

    /** Digits to key in, or to say. */
    record Input(String name, String topic, Map<String, String> say, String queue, Field field, String then)
            implements MenuNode {

        @Override
        public Stream<String> targets() {
            return Stream.of(then);
        }
    }

    /** The end of the menu. */
    record Exit(String name, String topic, Map<String, String> say, String queue, Kind kind) implements MenuNode {

        @Override
        public Stream<String> targets() {
            return Stream.empty();
        }
    }

    /** How a menu may end. */
    enum Kind {
        /** A person takes the call. */
        QUEUE,
        /** A person calls back. */
        CALLBACK,
        /** The caller leaves a message. */
        VOICEMAIL,
        /** The caller said that the menu itself was help enough. */
        RESOLVED
    }

    /**
     * One answer to a question.
     *
     * @param key 1 to 9
     * @param words what a caller may say instead, by language; a word that ends in * stands for all its endings
     * @param language spoken from here on; null leaves it as it is
     * @param say how it is offered in its own language; null when the question itself does
     */
    record Option(String key, Map<String, List<String>> words, String to, String language, String say) {}

    /**
     * What a caller is asked to key in.
     *
     * @param sensitive masked at once, and kept nowhere
     * @param ticketNumber its check digit is looked at
     * @param optional the caller may pass it over with *
     */
    record Field(String name, int minDigits, int maxDigits, boolean sensitive, boolean ticketNumber, boolean optional) {

        /** Passes over what is asked. */
        public static final String SKIP = "*";
    }
}
