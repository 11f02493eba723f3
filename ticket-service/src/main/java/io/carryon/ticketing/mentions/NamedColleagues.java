package io.carryon.ticketing.mentions;

import io.carryon.ticketing.conversation.Colleagues;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Finds colleagues by id, or by their name in one word: @AnnAgent, @ann.agent and @agent-1 are the same person. */
@ApplicationScoped
class NamedColleagues implements Colleagues {

    /** At most so many names of a text are looked up. */
    private static final int MOST = 50;

    private static final Pattern NAME =
            Pattern.compile("(?<![\\p{L}\\p{N}._@-])@([\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,99})");

    private static final String KNOWN = "select id from ticketing.agent where id = any(?)";

    private static final String CALLED = """
            select id from ticketing.agent where id = any(?)
            union select id from ticketing.agent where translate(lower(name), ' ._-', '') = any(?)""";

    private final Sql sql;

    NamedColleagues(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public List<String> mentioned(String text, List<String> named) {
        var all = new TreeSet<>(known(named == null ? List.of() : named));
        var names = NAME.matcher(text)
                .results()
                .map(found -> found.group(1).replaceAll("[._-]+$", ""))
                .distinct()
                .limit(MOST)
                .toList();
        if (!names.isEmpty()) {
            all.addAll(sql.list(
                    CALLED,
                    row -> row.getString(1),
                    names.toArray(String[]::new),
                    names.stream()
                            .map(name -> name.replaceAll("[._-]", "").toLowerCase(Locale.ROOT))
                            .toArray(String[]::new)));
        }
        return List.copyOf(all);
    }

    private List<String> known(List<String> named) {
        if (named.isEmpty()) {
            return named;
        }
        var known = sql.list(KNOWN, row -> row.getString(1), (Object) named.toArray(String[]::new));
        for (var at = 0; at < named.size(); at++) {
            if (!known.contains(named.get(at))) {
                throw ProblemException.invalid("/mentions/" + at, "must be the id of somebody who has been here");
            }
        }
        return known;
    }
}
