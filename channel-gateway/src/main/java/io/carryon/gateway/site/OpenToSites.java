package io.carryon.gateway.site;

/**
 * Paths that pages of the configured sites, and no others, may call from their own origin.
 *
 * @param path with all below it
 * @param header what such a page sends beside its body's type
 */
public record OpenToSites(String path, String header) {}
