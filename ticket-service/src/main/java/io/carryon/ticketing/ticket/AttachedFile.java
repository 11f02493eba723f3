package io.carryon.ticketing.ticket;

/** A file that goes with a reply: the gateway keeps its {@code size} bytes by their SHA-256. */
public record AttachedFile(String sha256, String name, String mediaType, long size) {}
