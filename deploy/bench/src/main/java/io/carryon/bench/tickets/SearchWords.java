package io.carryon.bench.tickets;

import java.sql.Connection;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What the database's triggers would make of a ticket for its search. They take most of a millisecond for each entry; here
 * every word's stem is asked for once. {@link TicketLoading} compares some with what the triggers' functions say.
 */
final class SearchWords {

    private static final int ERA_SECONDS = 172_800;
    private static final int LONG_ERA = 16;
    private static final int HEAD = 400;
    private static final int FEW_WORDS = 100;
    private static final int MOST_LANGUAGES = 3;
    private static final Pattern GROUPED = Pattern.compile(
            "(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}]{1,20}(?:[-./_][\\p{L}\\p{N}]{1,20}){1,5}(?![\\p{L}\\p{N}])");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u0328]+");
    private static final Pattern SEPARATORS = Pattern.compile("[-./_]");

    private final Connection database;
    private final Map<String, Set<String>> languagesOfWord = new HashMap<>();
    private final Set<String> languages = new TreeSet<>();
    private final Map<String, List<String>> stems = new HashMap<>();

    SearchWords(Connection database) throws SQLException {
        this.database = database;
        try (var rows = database.createStatement().executeQuery("select word, language from ticketing.language_word")) {
            while (rows.next()) {
                languagesOfWord
                        .computeIfAbsent(rows.getString(1), word -> new HashSet<>())
                        .add(rows.getString(2));
                languages.add(rows.getString(2));
            }
        }
    }

    /** The words of a ticket as a tsvector is written. */
    String of(InventedTicket ticket) throws SQLException {
        var words = new TreeMap<String, List<Integer>>();
        var place = new int[1];
        eras("o", ticket.openedAt().getEpochSecond(), words);
        eras("u", ticket.updatedAt().getEpochSecond(), words);
        put(ticket.number(), words, place);
        put(ticket.customerName(), words, place);
        text(ticket.subject(), words, place);
        for (var said : ticket.said()) {
            text(said.text(), words, place);
            if (said.byCustomer()) {
                put(said.authorName(), words, place);
            }
        }
        return written(words);
    }

    private static void eras(String which, long second, Map<String, List<Integer>> words) {
        var era = Math.floorDiv(second, ERA_SECONDS);
        words.put("@" + which + era, List.of());
        words.put("@" + which.toUpperCase(Locale.ROOT) + era / LONG_ERA, List.of());
    }

    private void text(String said, Map<String, List<Integer>> words, int[] place) throws SQLException {
        var plain = plain(said);
        var tokens = put(said, words, place);
        for (var language : languagesOf(plain)) {
            for (var token : tokens) {
                for (var stem : stems(language, token)) {
                    words.putIfAbsent(stem, new ArrayList<>());
                }
            }
        }
        GROUPED.matcher(said)
                .results()
                .map(MatchResult::group)
                .filter(group -> group.chars().anyMatch(letter -> letter >= '0' && letter <= '9'))
                .forEach(group -> words.putIfAbsent(
                        SEPARATORS.matcher(group).replaceAll("").toLowerCase(Locale.ROOT), new ArrayList<>()));
    }

    private static Set<String> put(String said, Map<String, List<Integer>> words, int[] place) {
        var tokens = new LinkedHashSet<String>();
        for (var token : tokens(plain(said))) {
            tokens.add(token);
            words.computeIfAbsent(token, none -> new ArrayList<>()).add(++place[0]);
        }
        return tokens;
    }

    private List<String> languagesOf(String plain) {
        var told = new TreeMap<String, Integer>();
        for (var word : new HashSet<>(tokens(plain.substring(0, Math.min(HEAD, plain.length()))))) {
            languagesOfWord.getOrDefault(word, Set.of()).forEach(language -> told.merge(language, 1, Integer::sum));
        }
        if (told.isEmpty()) {
            return plain.length() < FEW_WORDS ? List.copyOf(languages) : List.of("english");
        }
        var most = told.values().stream().max(Integer::compare).orElseThrow();
        return told.keySet().stream()
                .filter(language -> told.get(language).equals(most))
                .limit(MOST_LANGUAGES)
                .toList();
    }

    private List<String> stems(String language, String word) throws SQLException {
        if (word.chars().anyMatch(Character::isDigit)) {
            return List.of();
        }
        var known = stems.get(language + " " + word);
        if (known == null) {
            known = asked(language, word);
            stems.put(language + " " + word, known);
        }
        return known;
    }

    private List<String> asked(String language, String word) throws SQLException {
        try (var select = database.prepareStatement("select tsvector_to_array(ticketing.stems(?, ?))")) {
            select.setString(1, language);
            select.setString(2, word);
            try (var found = select.executeQuery()) {
                found.next();
                return List.of((String[]) found.getArray(1).getArray());
            }
        }
    }

    private static List<String> tokens(String plain) {
        return BETWEEN_WORDS
                .splitAsStream(plain)
                .filter(token -> !token.isEmpty())
                .toList();
    }

    private static String plain(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .replace("ß", "ss")
                .replace('ł', 'l')
                .replace('Ł', 'L')
                .toLowerCase(Locale.ROOT);
    }

    private static String written(Map<String, List<Integer>> words) {
        var written = new StringBuilder();
        words.forEach((word, places) -> {
            written.append(written.isEmpty() ? "'" : " '").append(word).append('\'');
            for (var i = 0; i < places.size(); i++) {
                written.append(i == 0 ? ':' : ',').append(places.get(i));
            }
        });
        return written.toString();
    }
}
