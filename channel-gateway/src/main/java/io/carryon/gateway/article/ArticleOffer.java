package io.carryon.gateway.article;

import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Whether there is anything to be found, so that nobody is offered to search in vain. */
@ApplicationScoped
public class ArticleOffer {

    private final Sql sql;

    ArticleOffer(Sql sql) {
        this.sql = sql;
    }

    /** Whether an article is published in one of these languages. */
    public boolean isAny(List<String> languages) {
        return sql.first(
                        "select 1 from article where status = 'PUBLISHED' and language = any(?) limit 1",
                        row -> true,
                        (Object) languages.toArray(String[]::new))
                .isPresent();
    }
}
