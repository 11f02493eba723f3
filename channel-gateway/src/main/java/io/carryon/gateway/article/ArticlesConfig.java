package io.carryon.gateway.article;

import io.carryon.gateway.guard.Limit;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** What customers read to help themselves. */
@ConfigMapping(prefix = "carryon.articles")
public interface ArticlesConfig {

    /** How long somebody's word that an article is right holds; after that it is overdue. */
    @WithDefault("180d")
    Duration verifiedFor();

    /** Articles proposed before a request is submitted, and on the pages' first one. */
    @WithDefault("3")
    int suggestions();

    /** Articles on a page of results. */
    @WithDefault("10")
    int shown();

    /** How long a search that found nothing is counted. */
    @WithDefault("30d")
    Duration missesKept();

    /** Searches that found nothing are shown from this number on: what one person typed stays theirs. */
    @WithDefault("2")
    int missesShownFrom();

    /** How often one address may search and read, each by its window. */
    @WithDefault("1m:120,1h:2000")
    List<Limit> perAddress();

    /** The same for a network. */
    @WithDefault("1m:600,1h:10000")
    List<Limit> perNetwork();
}
