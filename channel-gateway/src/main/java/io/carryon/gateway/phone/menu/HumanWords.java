package io.carryon.gateway.phone.menu;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What callers say who want a person, in every language that can be spoken to them. They are valid at every node. */
@Startup
@ApplicationScoped
public class HumanWords {

    private static final String FILE = "phone/words.yaml";
    private static final String HUMAN = "human";

    private final Map<String, Map<String, List<String>>> words;

    public HumanWords() {
        try (var file = HumanWords.class.getClassLoader().getResourceAsStream(FILE)) {
            this.words = MenuReader.words(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The languages menus may be written in. */
    public Set<String> languages() {
        return words.keySet();
    }

    /** The words of this language; one that ends in * stands for all its endings. */
    public List<String> of(String language) {
        return words.getOrDefault(language, Map.of()).getOrDefault(HUMAN, List.of());
    }

    /** Whether a person is asked for in this language, or in English, which many try when they are not understood. */
    boolean isAskedFor(String language, SpokenWords said) {
        return said.hasAnyOf(of(language)) || said.hasAnyOf(of("en"));
    }
}
