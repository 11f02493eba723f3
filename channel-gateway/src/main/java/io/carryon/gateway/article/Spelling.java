package io.carryon.gateway.article;

import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;

/** Words of articles that a mistyped word may have been meant to be. */
@ApplicationScoped
class Spelling {

    /** Shorter words are too much like too many others. */
    private static final int SHORTEST = 5;

    /** From this length on two letters may be wrong. */
    private static final int LONG = 8;

    private static final int MOST = 3;

    /** Words looked at for one that was typed. */
    private static final int LOOKED_AT = 50_000;

    private final Sql sql;

    Spelling(Sql sql) {
        this.sql = sql;
    }

    private record Candidate(String word, int wrong) {}

    /** The likeliest first, at most 3; none for a short word. {@code plain} has no accents and no capitals. */
    List<String> meant(String language, String plain) {
        if (plain.length() < SHORTEST) {
            return List.of();
        }
        var most = plain.length() < LONG ? 1 : 2;
        return sql
                .query("""
                        select word from article_vocabulary where language = ? and length between ? and ? limit ?
                        """, row -> row.getString(1), language, plain.length() - most, plain.length() + most, LOOKED_AT)
                .stream()
                .map(word -> new Candidate(word, wrong(plain, word, most)))
                .filter(candidate -> candidate.wrong() <= most)
                .sorted(Comparator.comparingInt(Candidate::wrong).thenComparing(Candidate::word))
                .limit(MOST)
                .map(Candidate::word)
                .toList();
    }

    /** Letters missing, too many, wrong or swapped with their neighbour; any number above {@code most} for more. */
    static int wrong(String typed, String word, int most) {
        var twoAbove = new int[word.length() + 1];
        var above = new int[word.length() + 1];
        for (var column = 0; column <= word.length(); column++) {
            above[column] = column;
        }
        for (var row = 1; row <= typed.length(); row++) {
            var now = new int[word.length() + 1];
            now[0] = row;
            var least = row;
            for (var column = 1; column <= word.length(); column++) {
                var same = typed.charAt(row - 1) == word.charAt(column - 1);
                now[column] =
                        Math.min(Math.min(now[column - 1], above[column]) + 1, above[column - 1] + (same ? 0 : 1));
                if (row > 1
                        && column > 1
                        && typed.charAt(row - 1) == word.charAt(column - 2)
                        && typed.charAt(row - 2) == word.charAt(column - 1)) {
                    now[column] = Math.min(now[column], twoAbove[column - 2] + 1);
                }
                least = Math.min(least, now[column]);
            }
            if (least > most) {
                return least;
            }
            twoAbove = above;
            above = now;
        }
        return above[word.length()];
    }
}
