package io.carryon.gateway.contact;

/** Where the bytes of a contact as they arrived are kept: their SHA-256 in hex, media type and size in bytes. */
public record Original(String sha256, String mediaType, long size) {}
