package io.carryon.gateway.portal;

import io.carryon.gateway.article.ArticlesConfig;
import io.carryon.gateway.article.Excerpts;
import io.carryon.gateway.article.FoundArticle;
import io.carryon.gateway.article.ReadArticle;
import io.carryon.gateway.article.Shelf;
import io.carryon.gateway.contact.Text;
import io.carryon.gateway.guard.Guard;
import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.site.Sites;
import io.carryon.gateway.storage.StorageException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Articles for the pages: what a browser searches, reads and says goes on the contact it may make after it. */
@ApplicationScoped
class PageArticles {

    private static final Logger LOG = Logger.getLogger(PageArticles.class);

    /** Searches and reading count together with those of the sites' pages. */
    private static final String DOOR = "help";

    private static final int LONGEST = 200;

    private final Shelf shelf;
    private final Excerpts excerpts;
    private final Guard guard;
    private final ArticlesConfig config;
    private final Clock clock;

    PageArticles(Shelf shelf, Excerpts excerpts, Guard guard, ArticlesConfig config, Clock clock) {
        this.shelf = shelf;
        this.excerpts = excerpts;
        this.guard = guard;
        this.config = config;
        this.clock = clock;
    }

    /** What of the words is looked for; "" for none. */
    static String words(String typed) {
        return typed == null ? "" : Text.cut(Text.clean(typed).strip(), LONGEST).strip();
    }

    SearchPage search(Visit visit, String words) {
        if (words.isEmpty()) {
            return new SearchPage("", List.of(), common(visit, config.shown()), false);
        }
        limit(visit);
        var found = excerpts.of(shelf.find(words, languages(visit), visit.trail(), config.shown()));
        return new SearchPage(
                words, found, found.isEmpty() ? common(visit, config.suggestions()) : List.<FoundArticle>of(), false);
    }

    /** Instead of an article that is not there. */
    SearchPage withoutIt(Visit visit) {
        return new SearchPage("", List.of(), common(visit, config.shown()), true);
    }

    ArticlePage read(Visit visit, String id, String words, String said, boolean draft) {
        limit(visit);
        var article = shelf.read(id(id), visit.trail());
        return new ArticlePage(article, isOld(article), words, said, draft);
    }

    /** What was just written needs nobody's word yet. */
    private boolean isOld(ReadArticle article) {
        var since = LocalDate.ofInstant(clock.instant().minus(config.verifiedFor()), ZoneOffset.UTC);
        return (article.lastVerifiedOn() == null
                        ? LocalDate.ofInstant(article.updatedAt(), ZoneOffset.UTC)
                        : article.lastVerifiedOn())
                .isBefore(since);
    }

    void rated(Visit visit, String id, boolean helpful) {
        limit(visit);
        shelf.rated(id(id), visit.trail(), helpful);
    }

    void solved(Visit visit, String id) {
        limit(visit);
        shelf.solved(id(id), visit.trail());
    }

    /** A few for the first page; none when they cannot be looked up. */
    List<FoundArticle> first(Visit visit) {
        try {
            return common(visit, config.suggestions());
        } catch (StorageException e) {
            LOG.warnf("Articles could not be looked up: %s", e.getMessage());
            return List.of();
        }
    }

    /** Nothing was asked for yet. */
    Proposals unasked(Visit visit) {
        return new Proposals(!first(visit).isEmpty(), false, List.of());
    }

    /** Never in the way of the form they are shown with: too many, or no store, is as if nobody had asked. */
    Proposals to(Visit visit, String subject, String text) {
        try {
            limit(visit);
            var bySubject = proposed(visit, subject);
            return new Proposals(true, true, bySubject.isEmpty() ? proposed(visit, subject + " " + text) : bySubject);
        } catch (ProblemException e) {
            return unasked(visit);
        } catch (StorageException e) {
            LOG.warnf("Articles could not be proposed: %s", e.getMessage());
            return unasked(visit);
        }
    }

    private List<FoundArticle> proposed(Visit visit, String words) {
        return shelf.propose(words(words), languages(visit), config.suggestions());
    }

    private List<FoundArticle> common(Visit visit, int most) {
        return shelf.helpful(languages(visit), most);
    }

    private static List<String> languages(Visit visit) {
        return Shelf.languages(visit.language(), Sites.LANGUAGES);
    }

    private void limit(Visit visit) {
        guard.admit(DOOR, visit.address(), config.perAddress(), config.perNetwork());
    }

    private static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("This is no article's id.");
        }
    }
}
