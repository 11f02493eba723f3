package io.carryon.gateway.contact;

import java.util.HexFormat;

/** Where the bytes of a contact as they arrived are kept: their SHA-256 in hex, media type and size in bytes. */
public record Original(String sha256, String mediaType, long size) {

    /** Names the content; keeping it is the caller's. */
    public static Original of(byte[] content, String mediaType) {
        return new Original(HexFormat.of().formatHex(ContactId.sha256().digest(content)), mediaType, content.length);
    }
}
