package io.carryon.ticketing.search;

import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.search.QueryTerm.Extent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of a query as PostgreSQL looks for them.
 *
 * @param indexed what the index is asked for: all words that must be there. A short beginning is asked of it only when there
 *     is nothing else, as it has to gather every word that begins so.
 * @param all everything that must hold, null when {@code indexed} is all
 */
record WordQuery(String indexed, String all) {

    private static final String FORMS = """
            select case when phrase then ticketing.phrase_query(word) else ticketing.word_query(word, beginning) end::text
            from unnest(?::text[], ?::boolean[], ?::boolean[]) with ordinality as term (word, phrase, beginning, place)
            order by place""";

    /** Shorter beginnings are asked of the index only when there is nothing else. */
    private static final int SHORTEST_INDEXED = 4;

    private static final long MANY = 3_000;
    private static final Pattern BEGINNING = Pattern.compile(" \\| '[^']*':\\*");
    private static final Pattern PLANNED_ROWS = Pattern.compile("\"Plan Rows\": ([0-9]+)");

    /** One part: its lexemes, whether very many words may begin so, and whether it must not hold. */
    private record Part(String lexemes, boolean broad, boolean not, boolean unfinished) {

        /** The word as if it had been typed to its end. */
        Part whole() {
            return new Part(BEGINNING.matcher(lexemes).replaceFirst(""), false, not, false);
        }

        String written() {
            return (not ? "!" : "") + "(" + lexemes + ")";
        }
    }

    /** What to look for; null when nothing but fields is asked for. 400 when no part has a letter or digit. */
    static WordQuery of(List<QueryTerm> terms, Connection database) throws SQLException {
        var words = terms.stream()
                .filter(term -> !(term instanceof QueryTerm.Field))
                .toList();
        if (words.isEmpty()) {
            return null;
        }
        var parts = finished(parts(words, database), database);
        if (parts.isEmpty()) {
            throw ProblemException.invalid("q", "has no word with a letter or a digit");
        }
        var whole = parts.stream().filter(part -> !part.not() && !part.broad()).toList();
        var indexed =
                whole.isEmpty() ? parts.stream().filter(part -> !part.not()).toList() : whole;
        return new WordQuery(joined(indexed), indexed.size() == parts.size() ? null : joined(parts));
    }

    /** Everything that must hold, also where no index is asked. */
    String written() {
        return all == null ? indexed : all;
    }

    /**
     * What must hold of the words of {@code s}. Appending nothing to them hides them from the index, which is asked for
     * whole words alone.
     *
     * @param era the words of a time (see {@link Eras}), null for all times
     */
    List<Condition> conditions(String era) {
        var asked = Stream.of(indexed, era)
                .filter(Objects::nonNull)
                .map("(%s)"::formatted)
                .collect(Collectors.joining(" & "));
        return Stream.of(
                        asked.isEmpty() ? null : Condition.of("s.words @@ ?::tsquery", asked),
                        all == null ? null : Condition.of("(s.words || '') @@ ?::tsquery", all))
                .filter(Objects::nonNull)
                .toList();
    }

    private static String joined(List<Part> parts) {
        return parts.isEmpty() ? null : parts.stream().map(Part::written).collect(Collectors.joining(" & "));
    }

    private static List<Part> parts(List<QueryTerm> words, Connection database) throws SQLException {
        var lexemes = lexemes(words, database);
        var parts = new ArrayList<Part>();
        for (var i = 0; i < words.size(); i++) {
            if (!lexemes.get(i).isEmpty()) {
                var word = words.get(i);
                parts.add(new Part(lexemes.get(i), broad(word), word.not(), extent(word) == Extent.UNFINISHED));
            }
        }
        return parts;
    }

    /** A word that many have is whole: all that begins so would be gathered for few tickets more. */
    private static List<Part> finished(List<Part> parts, Connection database) throws SQLException {
        var last = parts.isEmpty() ? null : parts.getLast();
        if (last == null
                || !last.unfinished()
                || new WordQuery(last.whole().written(), null).expected(database) <= MANY) {
            return parts;
        }
        var finished = new ArrayList<>(parts.subList(0, parts.size() - 1));
        finished.add(last.whole());
        return finished;
    }

    /** How many tickets PostgreSQL thinks have the words. */
    long expected(Connection database) throws SQLException {
        var plan = new Statement()
                .add("explain (format json) select 1 from ticketing.ticket_search s")
                .where(conditions(null))
                .rows(database, row -> row.getString(1))
                .getFirst();
        var rows = PLANNED_ROWS.matcher(plan);
        return rows.find() ? Long.parseLong(rows.group(1)) : Long.MAX_VALUE;
    }

    private static List<String> lexemes(List<QueryTerm> words, Connection database) throws SQLException {
        try (var select = database.prepareStatement(FORMS)) {
            select.setArray(1, database.createArrayOf("text", texts(words).toArray()));
            select.setArray(
                    2,
                    database.createArrayOf(
                            "boolean",
                            words.stream()
                                    .map(QueryTerm.Phrase.class::isInstance)
                                    .toArray()));
            select.setArray(
                    3,
                    database.createArrayOf(
                            "boolean", words.stream().map(WordQuery::beginning).toArray()));
            try (var found = select.executeQuery()) {
                var lexemes = new ArrayList<String>();
                while (found.next()) {
                    lexemes.add(found.getString(1));
                }
                return lexemes;
            }
        }
    }

    private static Stream<String> texts(List<QueryTerm> words) {
        return words.stream().map(term -> switch (term) {
            case QueryTerm.Word word -> word.text();
            case QueryTerm.Phrase phrase -> phrase.words();
            case QueryTerm.Field field -> throw new IllegalArgumentException(field.name());
        });
    }

    private static boolean broad(QueryTerm term) {
        return beginning(term) && ((QueryTerm.Word) term).text().length() < SHORTEST_INDEXED;
    }

    private static boolean beginning(QueryTerm term) {
        return extent(term) != Extent.WHOLE;
    }

    private static Extent extent(QueryTerm term) {
        return term instanceof QueryTerm.Word word ? word.extent() : Extent.WHOLE;
    }
}
