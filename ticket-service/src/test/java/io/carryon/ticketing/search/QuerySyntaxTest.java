package io.carryon.ticketing.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.search.QueryTerm.Extent;
import io.carryon.ticketing.search.QueryTerm.Field;
import io.carryon.ticketing.search.QueryTerm.Phrase;
import io.carryon.ticketing.search.QueryTerm.Word;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuerySyntaxTest {

    private static final List<String> PIECES = List.of(
            "\"",
            "-",
            ":",
            "*",
            " ",
            "\t",
            "status",
            "invoice",
            "é",
            "ß",
            "４７",
            "日本",
            "a:b",
            "..",
            ">",
            "🙂",
            "“",
            "”",
            "\\",
            "'",
            "&",
            "|",
            "!",
            "(",
            ")",
            "<->",
            "%",
            "_",
            "@u1",
            "4711-0815",
            ",",
            "\n");

    @Test
    void wordsPhrasesFieldsAndWhatMustNotHoldStandBetweenBlanks() {
        assertThat(QuerySyntax.parse(
                        "status:open  \"charged twice\" -refund invoi* -queue:billing owner:\"Ana Pop\" par"))
                .containsExactly(
                        new Field("status", "open", false),
                        new Phrase("charged twice", false),
                        new Word("refund", Extent.WHOLE, true),
                        new Word("invoi", Extent.BEGINNING, false),
                        new Field("queue", "billing", true),
                        new Field("owner", "Ana Pop", false),
                        new Word("par", Extent.UNFINISHED, false));
    }

    @Test
    void theLastWordIsWholeOnceABlankFollowsOrWhenItIsShort() {
        assertThat(QuerySyntax.parse("invoice ")).containsExactly(new Word("invoice", Extent.WHOLE, false));
        assertThat(QuerySyntax.parse("in")).containsExactly(new Word("in", Extent.WHOLE, false));
    }

    @Test
    void aColonWithoutANameOrAValueIsText() {
        assertThat(QuerySyntax.parse("12:30 Re: :x "))
                .containsExactly(
                        new Word("12:30", Extent.WHOLE, false),
                        new Word("Re:", Extent.WHOLE, false),
                        new Word(":x", Extent.WHOLE, false));
    }

    @Test
    void quotationMarksAreReadAsPhonesWriteThemAndMayBeLeftOpen() {
        assertThat(QuerySyntax.parse("„nicht erhalten“ «pas reçu» \"to the end"))
                .containsExactly(
                        new Phrase("nicht erhalten", false),
                        new Phrase("pas reçu", false),
                        new Phrase("to the end", false));
    }

    @Test
    void nothingIsNoPart() {
        assertThat(QuerySyntax.parse("  \"\" \"  \" ")).isEmpty();
    }

    @Test
    void moreThanTwentyPartsAreRefused() {
        var twenty = IntStream.range(0, 20).mapToObj(Integer::toString).collect(Collectors.joining(" "));

        assertThat(QuerySyntax.parse(twenty)).hasSize(20);
        assertThatThrownBy(() -> QuerySyntax.parse(twenty + " more")).isInstanceOf(ProblemException.class);
    }

    /** Whatever is typed is read, and what was read is read again when it is written down. */
    @Test
    void everyTextCanBeRead() {
        for (var seed = 0L; seed < 20_000; seed++) {
            var text = typed(new Random(seed));
            assertThatCode(() -> {
                        try {
                            var terms = QuerySyntax.parse(text);
                            assertThat(QuerySyntax.parse(written(terms))).isEqualTo(terms);
                        } catch (ProblemException tooMany) {
                            assertThat(text.strip().split("[\\s\"“”]+").length).isGreaterThan(10);
                        }
                    })
                    .as("seed %d: %s", seed, text)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-06-01", ">2026-06-01", "<=2026-06-01T08:00:00+02:00", "2026-06-01..2026-06-30"})
    void datesAreDaysOrTimesComparedOrBetween(String text) {
        assertThat(DateRange.parse(text).of("t.opened_at").values()).isNotEmpty();
    }

    @Test
    void aDayIsAllOfItAndAfterItIsTheNextOne() {
        assertThat(DateRange.parse("2026-06-01"))
                .hasToString("DateRange[from=2026-06-01T00:00:00Z, to=2026-06-02T00:00:00Z]");
        assertThat(DateRange.parse(">2026-06-01")).hasToString("DateRange[from=2026-06-02T00:00:00Z, to=null]");
        assertThat(DateRange.parse("<2026-06-01")).hasToString("DateRange[from=null, to=2026-06-01T00:00:00Z]");
        assertThat(DateRange.parse("2026-06-01..2026-06-02"))
                .hasToString("DateRange[from=2026-06-01T00:00:00Z, to=2026-06-03T00:00:00Z]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ">", "yesterday", "2026-13-01", "2026-06-01..", "..", "1969-01-01", "+99999-01-01T00:00:00Z"
            })
    void whatIsNoDateIsRefused(String text) {
        assertThatThrownBy(() -> DateRange.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-06-01");
    }

    private static String typed(Random random) {
        return IntStream.range(0, random.nextInt(25))
                .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining(random.nextBoolean() ? "" : " "));
    }

    private static String written(List<QueryTerm> terms) {
        return terms.stream()
                .flatMap(term -> Stream.of(term.not() ? "-" : "", text(term), " "))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(),
                        all -> !terms.isEmpty()
                                        && terms.getLast() instanceof Word(var text, var extent, var not)
                                        && extent == Extent.UNFINISHED
                                ? all.strip()
                                : all));
    }

    private static String text(QueryTerm term) {
        return switch (term) {
            case Word word -> word.text() + (word.extent() == Extent.BEGINNING ? "*" : "");
            case Phrase phrase -> "\"" + phrase.words() + "\"";
            case Field field when field.value().matches("[^\\s\"“”]\\S*") -> field.name() + ":" + field.value();
            case Field field -> field.name() + ":\"" + field.value() + "\"";
        };
    }
}
