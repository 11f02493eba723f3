package io.carryon.gateway.article;

/** Where an article stands: only what is published is found by customers. */
public enum ArticleStatus {
    DRAFT,
    PUBLISHED,
    ARCHIVED
}
