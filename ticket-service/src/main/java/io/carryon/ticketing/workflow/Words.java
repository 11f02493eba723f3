package io.carryon.ticketing.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.regex.Pattern;

/** Words for the customer by language, as they are checked and stored. */
@ApplicationScoped
class Words {

    private static final int MOST = 40;
    private static final int LONGEST = 200;
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final TypeReference<Map<String, String>> BY_LANGUAGE = new TypeReference<>() {};

    private final ObjectMapper json;

    Words(ObjectMapper json) {
        this.json = json;
    }

    /** 400 unless there are words in English, every language is a tag of BCP 47 and every text up to 200 characters. */
    static void check(String pointer, Map<String, String> words) {
        if (words.size() > MOST || !words.containsKey("en")) {
            throw ProblemException.invalid(pointer, "must have words in en, and at most %d languages".formatted(MOST));
        }
        words.forEach((language, text) -> {
            if (!LANGUAGE.matcher(language).matches()) {
                throw ProblemException.invalid(pointer, "must have languages such as de or pt-BR as names");
            }
            if (text == null || text.isBlank() || text.length() > LONGEST || text.indexOf('\0') >= 0) {
                throw ProblemException.invalid(
                        pointer + "/" + language, "must have 1 to %d characters".formatted(LONGEST));
            }
        });
    }

    String written(Map<String, String> words) {
        try {
            return json.writeValueAsString(words);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Our own record cannot be written as JSON", e);
        }
    }

    Map<String, String> read(String stored) {
        try {
            return json.readValue(stored, BY_LANGUAGE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored words cannot be read", e);
        }
    }
}
