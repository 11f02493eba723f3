package io.carryon.gateway.article;

import java.util.List;

/** A found article as a page of results shows it: its title and some of its text, in pieces, with what matched marked. */
public record Excerpt(FoundArticle article, List<Piece> title, List<Piece> text) {

    /** Some plain text, which matched or not; never HTML. */
    public record Piece(String text, boolean marked) {}
}
