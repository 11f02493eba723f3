package io.carryon.gateway.messenger.media;

/**
 * A file a message names instead of carrying it.
 *
 * @param id the provider's
 * @param name the customer's, or one of ours that says what it is
 * @param mediaType as the provider says, or null
 * @param size in bytes as the provider says, or 0
 */
public record MediaReference(String id, String name, String mediaType, long size) {}
