package io.carryon.gateway.messenger;

/**
 * A part of a webhook that is to be kept.
 *
 * @param providerId by which the provider knows it, whatever else is in it
 * @param conversation what has the same is worked off one after the other
 * @param position its place among those, as far as the provider tells
 */
public record ArrivedUpdate(String providerId, String conversation, long position, byte[] payload) {}
