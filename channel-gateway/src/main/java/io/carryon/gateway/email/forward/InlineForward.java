package io.carryon.gateway.email.forward;

import io.carryon.gateway.email.wording.Phrases;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A mail that is passed on as text: below a line that says so, or a subject that does, with some of its fields repeated
 * above its text. An answer repeats them as well, so the fields alone say nothing.
 *
 * @param note what was written above it
 * @param from the sender's field, with an address in it
 * @param subject null when it is not repeated
 */
public record InlineForward(String note, String from, String subject, String text) {

    private static final int LINES_READ = 5000;
    private static final int LONGEST_LINE = 1000;
    private static final int FIELDS_AT_LEAST = 2;
    private static final int LONGEST_BLOCK = 12;

    private static final String MARGIN = "^[>\\s*_|]*";
    private static final String COLON = "\\s*[*_]*\\s*[:：][*_]*\\s*";
    private static final Pattern PASSED_ON_SUBJECT =
            Phrases.of("forward/subjects.txt").between("^\\s*", "\\s*(?:\\[\\d+])?\\s*[:：].*");
    private static final Pattern SEPARATOR =
            Phrases.of("forward/separators.txt").between("^[>\\s]*(?:[-_*=—]{2,}[\\s*]*)?", "[\\s*]*[:：]?[-_*=—\\s]*$");
    private static final Pattern FROM = Phrases.of("forward/from.txt").between(MARGIN, COLON + "(\\S.*)$");
    private static final Pattern SUBJECT = Phrases.of("forward/subject.txt").between(MARGIN, COLON + "(.*)$");
    private static final Pattern FIELD = Phrases.of("reply/header-labels.txt").between(MARGIN, "\\s*[*_]*\\s*[:：].*$");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@\"(\\[:]{1,64}@[^\\s<>@\")\\]]{1,255}");
    private static final Pattern QUOTED = Pattern.compile("^>\\s?");
    private static final Pattern MARKS = Pattern.compile("(?m)^>\\h?");

    /** Whether a subject says that a mail is passed on; null says nothing. */
    public static boolean isSaidBy(String subject) {
        return subject != null
                && subject.length() <= LONGEST_LINE
                && PASSED_ON_SUBJECT.matcher(subject).matches();
    }

    /**
     * The first mail that is passed on in a text, if one is. It is looked for near the beginning, and goes to the text's end.
     *
     * @param isAnswer whether the text answers another: what it quotes was passed on by others
     */
    public static Optional<InlineForward> in(String subject, String text, boolean isAnswer) {
        var searched = beginning(text);
        var lines = text.substring(0, searched).lines().toList();
        var rest = text.substring(searched);
        var saysSo = isSaidBy(subject);
        return IntStream.range(0, lines.size())
                .filter(at ->
                        field(FROM, lines.get(at)).filter(ADDRESS.asPredicate()).isPresent())
                .mapToObj(at -> at(lines, rest, at, saysSo && !(isAnswer && isQuoted(lines.get(at)))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<InlineForward> at(List<String> lines, String rest, int from, boolean saysSo) {
        var start = from;
        while (start > 0 && from - start < LONGEST_BLOCK && isField(lines.get(start - 1))) {
            start--;
        }
        var end = from + 1;
        while (end < lines.size() && end - from < LONGEST_BLOCK && !isBlank(lines.get(end))) {
            end++;
        }
        var block = lines.subList(start, end);
        var above = start - 1;
        while (above >= 0 && isBlank(lines.get(above))) {
            above--;
        }
        var separated = above >= 0
                && lines.get(above).length() <= LONGEST_LINE
                && SEPARATOR.matcher(lines.get(above)).matches();
        // A line that is quoted itself stood in the mail that is answered.
        var isPassedOn = saysSo || (separated && !isQuoted(lines.get(above)));
        if (block.stream().filter(InlineForward::isField).count() < FIELDS_AT_LEAST || !isPassedOn) {
            return Optional.empty();
        }
        return Optional.of(new InlineForward(
                String.join("\n", lines.subList(0, separated ? above : start)).strip(),
                field(FROM, lines.get(from)).orElseThrow(),
                block.stream()
                        .flatMap(line -> field(SUBJECT, line).stream())
                        .findFirst()
                        .orElse(null),
                unquoted(String.join("\n", lines.subList(end, lines.size())) + "\n" + rest)));
    }

    /** Where the lines that are searched end. */
    private static int beginning(String text) {
        var end = -1;
        for (var line = 0; line < LINES_READ; line++) {
            end = text.indexOf('\n', end + 1);
            if (end < 0) {
                return text.length();
            }
        }
        return end + 1;
    }

    private static boolean isQuoted(String line) {
        return line.startsWith(">");
    }

    private static Optional<String> field(Pattern label, String line) {
        return Optional.of(line)
                .filter(text -> text.length() <= LONGEST_LINE)
                .map(label::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1).replaceAll("[*_]+$", "").strip());
    }

    private static boolean isField(String line) {
        return line.length() <= LONGEST_LINE && FIELD.matcher(line).matches();
    }

    private static boolean isBlank(String line) {
        return QUOTED.matcher(line).replaceFirst("").isBlank();
    }

    /** Some programs quote what they pass on. */
    private static String unquoted(String text) {
        var quoted = text.lines().allMatch(line -> line.isBlank() || isQuoted(line));
        return (quoted ? MARKS.matcher(text).replaceAll("") : text).strip();
    }
}
