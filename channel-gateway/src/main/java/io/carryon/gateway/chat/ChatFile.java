package io.carryon.gateway.chat;

import java.util.UUID;

/** A file of a message; its bytes are in the archive under {@code sha256}, its size is in bytes. */
public record ChatFile(UUID id, String name, String mediaType, long size, String sha256) {}
