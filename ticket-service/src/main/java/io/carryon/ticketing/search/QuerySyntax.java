package io.carryon.ticketing.search;

import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.search.QueryTerm.Extent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads what people type to find tickets, for example {@code status:open queue:billing "exact words" -not invoi*}. Parts
 * stand between blanks; each of them must hold:
 *
 * <ul>
 *   <li>{@code word}: said on the ticket in any form of it; the last word may still be incomplete unless many tickets have
 *       it as it is, and {@code word*} is a beginning anywhere
 *   <li>{@code "some words"}: just so, one after the other
 *   <li>{@code field:value}, {@code field:"a value"}: see {@link QueryFields}
 *   <li>{@code -part}: does not hold
 * </ul>
 *
 * Every text can be read; a colon without a name before it or a value behind it is part of a word.
 */
final class QuerySyntax {

    static final int MOST_TERMS = 20;

    /** Shorter beginnings are begun by most words there are. */
    private static final int SHORTEST_BEGINNING = 3;

    private static final String QUOTES = "\"“”„‟«»";

    private final String text;
    private final List<QueryTerm> terms = new ArrayList<>();
    private int at;

    private QuerySyntax(String text) {
        this.text = text;
    }

    /** The parts in their order; 400 for more than 20. */
    static List<QueryTerm> parse(String text) {
        var syntax = new QuerySyntax(text);
        while (syntax.skipBlanks()) {
            syntax.term();
            if (syntax.terms.size() > MOST_TERMS) {
                throw ProblemException.invalid("q", "must not have more than %d parts".formatted(MOST_TERMS));
            }
        }
        return List.copyOf(syntax.terms);
    }

    private void term() {
        var not = text.charAt(at) == '-' && !endsAt(at + 1);
        at += not ? 1 : 0;
        if (isQuote(at)) {
            var words = quoted();
            if (!words.isBlank()) {
                terms.add(new QueryTerm.Phrase(words, not));
            }
            return;
        }
        var colon = endOfName();
        if (colon > at && text.charAt(colon) == ':' && !endsAt(colon + 1)) {
            var name = text.substring(at, colon).toLowerCase(Locale.ROOT);
            at = colon + 1;
            terms.add(new QueryTerm.Field(name, isQuote(at) ? quoted() : bare(), not));
            return;
        }
        terms.add(word(bare(), not));
    }

    private QueryTerm word(String bare, boolean not) {
        if (bare.length() > 1 && bare.endsWith("*")) {
            return new QueryTerm.Word(bare.substring(0, bare.length() - 1), Extent.BEGINNING, not);
        }
        var unfinished = at == text.length() && !not && bare.length() >= SHORTEST_BEGINNING && !bare.endsWith(":");
        return new QueryTerm.Word(bare, unfinished ? Extent.UNFINISHED : Extent.WHOLE, not);
    }

    private boolean skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private boolean endsAt(int place) {
        return place >= text.length() || Character.isWhitespace(text.charAt(place));
    }

    private boolean isQuote(int place) {
        return place < text.length() && QUOTES.indexOf(text.charAt(place)) >= 0;
    }

    /** Where the letters that begin here end; before the end of the text, or here. */
    private int endOfName() {
        var end = at;
        while (end < text.length() && isLetter(text.charAt(end))) {
            end++;
        }
        return end < text.length() ? end : at;
    }

    private static boolean isLetter(char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    }

    /** To the closing quotation mark, or to the end where there is none. */
    private String quoted() {
        var start = ++at;
        while (at < text.length() && !isQuote(at)) {
            at++;
        }
        var words = text.substring(start, at);
        at++;
        at = Math.min(at, text.length());
        return words;
    }

    private String bare() {
        var start = at;
        while (!endsAt(at)) {
            at++;
        }
        return text.substring(start, at);
    }
}
