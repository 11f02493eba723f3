package io.carryon.gateway.article;

import io.carryon.gateway.contact.Text;
import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.trail.Trails;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What customers do with articles. A session, where there is one, remembers it for the contact that may follow. */
@ApplicationScoped
public class Shelf {

    private final ArticleStore store;
    private final ArticleSearch search;
    private final Misses misses;
    private final Trails trails;
    private final MeterRegistry metrics;

    Shelf(ArticleStore store, ArticleSearch search, Misses misses, Trails trails, MeterRegistry metrics) {
        this.store = store;
        this.search = search;
        this.misses = misses;
        this.trails = trails;
        this.metrics = metrics;
    }

    /** The languages to look in: what the customer reads, if it is one of these, then the first of them. */
    public static List<String> languages(String wanted, List<String> offered) {
        var primary = wanted == null ? "" : wanted.split("-", 2)[0].toLowerCase(Locale.ROOT);
        return offered.contains(primary) ? List.of(primary, offered.getFirst()) : List.of(offered.getFirst());
    }

    /** The best first; a search that finds nothing is counted. {@code session} may be null. */
    public List<FoundArticle> search(String text, List<String> languages, String session, int limit) {
        return find(text, languages, session, limit).items();
    }

    /** The same with what is needed to show why each was found. */
    public Findings find(String text, List<String> languages, String session, int limit) {
        var words = Text.clean(text == null ? "" : text).strip();
        if (words.isEmpty()) {
            return Findings.NONE;
        }
        var found = search.find(words, languages, limit);
        var isNew =
                session == null || trails.searched(session, words, found.items().size());
        if (found.isEmpty() && isNew) {
            misses.note(languages.getFirst(), words);
        }
        metrics.counter("carryon.articles.searches", "found", String.valueOf(!found.isEmpty()))
                .increment();
        return found;
    }

    /** The same for what somebody writes and does not search for: nothing is counted or remembered. */
    public List<FoundArticle> propose(String text, List<String> languages, int limit) {
        return search.find(text == null ? "" : text, languages, limit).items();
    }

    /** What helped most first, of the first of these languages that has any; for whoever looks for nothing yet. */
    public List<FoundArticle> helpful(List<String> languages, int limit) {
        return languages.stream()
                .distinct()
                .map(language -> store.helpful(language, limit))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** A published article; 404 for any other. {@code session} may be null. */
    public ReadArticle read(UUID id, String session) {
        var article = published(id);
        if (session != null) {
            trails.read(session, id, article.title());
        }
        return ReadArticle.of(article);
    }

    /** Whether it helped: the last word of each session counts. */
    public void rated(UUID id, String session, boolean helpful) {
        trails.rated(session, id, published(id).title(), helpful);
    }

    /** It solved what somebody came for. */
    public void solved(UUID id, String session) {
        trails.solved(session, id, published(id).title());
        metrics.counter("carryon.articles.solved").increment();
    }

    private Article published(UUID id) {
        return store.find(id)
                .filter(article -> article.status() == ArticleStatus.PUBLISHED)
                .orElseThrow(() -> ProblemException.notFound("There is no such article any more. Search for another."));
    }
}
