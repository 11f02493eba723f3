package io.carryon.gateway.portal;

/** Articles that can be searched from the first page: whoever offers them says where the search goes. */
@FunctionalInterface
public interface HelpSearch {

    /** Path of a page that takes {@code q}. */
    String path();
}
