package io.carryon.gateway.article;

import io.carryon.gateway.article.Excerpt.Piece;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Plain text cut into what matched and what is between. */
final class MarkedText {

    /** A word, with what may stand within one. */
    static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}'’.-]*[\\p{L}\\p{M}\\p{N}])?");

    /** Characters of a text that are shown, about. */
    private static final int SHOWN = 220;

    /** Those before the first word that matched, at most. */
    private static final int BEFORE = 60;

    private MarkedText() {}

    /** The whole text. */
    static List<Piece> all(String text, Set<String> matching) {
        var pieces = new ArrayList<Piece>();
        var done = 0;
        for (var word : (Iterable<MatchResult>) WORD.matcher(text).results()::iterator) {
            if (matching.contains(word.group())) {
                add(pieces, text.substring(done, word.start()), false);
                add(pieces, word.group(), true);
                done = word.end();
            }
        }
        add(pieces, text.substring(done), false);
        return pieces;
    }

    /** Where most of the words that match stand together; the beginning when none does. */
    static List<Piece> around(String text, Set<String> matching) {
        var from = start(text, best(text, matching));
        var to = end(text, from);
        return all((from > 0 ? "… " : "") + text.substring(from, to) + (to < text.length() ? " …" : ""), matching);
    }

    private static int best(String text, Set<String> matching) {
        var hits = WORD.matcher(text)
                .results()
                .filter(word -> matching.contains(word.group()))
                .toList();
        var best = 0;
        var most = 0;
        for (var first = 0; first < hits.size(); first++) {
            var together = new HashSet<String>();
            for (var next = first; next < hits.size(); next++) {
                if (hits.get(next).end() - hits.get(first).start() > SHOWN - BEFORE) {
                    break;
                }
                together.add(hits.get(next).group());
            }
            if (together.size() > most) {
                most = together.size();
                best = hits.get(first).start();
            }
        }
        return best;
    }

    /** Begins with a word, at the text's beginning where that is near. */
    private static int start(String text, int hit) {
        if (hit <= BEFORE) {
            return 0;
        }
        var space = text.indexOf(' ', hit - BEFORE);
        return space < 0 || space >= hit ? hit : space + 1;
    }

    private static int end(String text, int from) {
        if (text.length() - from <= SHOWN) {
            return text.length();
        }
        var space = text.lastIndexOf(' ', from + SHOWN);
        return space <= from + SHOWN / 2 ? from + SHOWN : space;
    }

    private static void add(List<Piece> pieces, String text, boolean marked) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, marked));
        }
    }
}
