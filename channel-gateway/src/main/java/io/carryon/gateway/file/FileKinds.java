package io.carryon.gateway.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells what a file is by its first bytes. What the sender says of it, its name included, counts for nothing. */
public final class FileKinds {

    /** How many bytes are looked at. */
    public static final int HEAD = 4_096;

    private static final int LONGEST_NAME = 120;

    private static final List<Kind> KINDS = List.of(
            Kind.of("image/png", "png", 0, "89504e470d0a1a0a"),
            Kind.of("image/jpeg", "jpg jpeg jfif", 0, "ffd8ff"),
            Kind.of("image/gif", "gif", 0, "474946383961"),
            Kind.of("image/gif", "gif", 0, "474946383761"),
            Kind.of("image/webp", "webp", 8, "57454250"),
            Kind.of("image/heic", "heic heif", 4, "66747970686569"),
            Kind.of("image/tiff", "tif tiff", 0, "49492a00"),
            Kind.of("application/pdf", "pdf", 0, "255044462d"),
            Kind.of("application/zip", "zip docx xlsx pptx odt ods odp", 0, "504b0304"),
            Kind.of("application/x-ole-storage", "doc xls ppt msg", 0, "d0cf11e0a1b11ae1"),
            Kind.of("video/mp4", "mp4 mov m4a", 4, "66747970"),
            Kind.of("audio/mpeg", "mp3", 0, "494433"),
            Kind.of("audio/ogg", "ogg oga opus", 0, "4f676753"),
            Kind.of("audio/wav", "wav", 8, "57415645"));

    private static final Set<String> MARKUP =
            Set.of("<!doctype", "<html", "<script", "<svg", "<?xml", "<?php", "#!", "<head", "<body", "<iframe");

    /** A kind of file: its media type, and the endings its name may have; the first is put where it has none of them. */
    public record Kind(String mediaType, List<String> endings, int offset, byte[] magic) {

        private static final Kind TEXT = new Kind("text/plain", List.of("txt", "csv", "log", "md"), 0, new byte[0]);

        static Kind of(String mediaType, String endings, int offset, String magic) {
            return new Kind(
                    mediaType,
                    List.of(endings.split(" ")),
                    offset,
                    java.util.HexFormat.of().parseHex(magic));
        }

        private boolean fits(byte[] head) {
            return head.length >= offset + magic.length
                    && Arrays.equals(head, offset, offset + magic.length, magic, 0, magic.length);
        }

        /** The name, ending as a file of this kind does. */
        public String named(String name) {
            var dot = name.lastIndexOf('.');
            var ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
            return endings.contains(ending) ? name : name + "." + endings.getFirst();
        }
    }

    private FileKinds() {}

    /** A name without a path and what no file system takes, its last 120 characters. */
    public static String cleaned(String name) {
        var bare = name == null
                ? ""
                : name.replaceAll("[\\p{Cntrl}\\p{Cf}/\\\\:*?\"<>|]", "_").strip();
        var cut = bare.length() > LONGEST_NAME ? bare.substring(bare.length() - LONGEST_NAME) : bare;
        return cut.isEmpty() ? "file" : cut;
    }

    /** The kind of a file that begins so; empty for programs, scripts, markup and everything unknown. */
    public static Optional<Kind> of(byte[] head) {
        return KINDS.stream()
                .filter(kind -> kind.fits(head))
                .findFirst()
                .or(() -> isText(head) ? Optional.of(Kind.TEXT) : Optional.empty());
    }

    private static boolean isText(byte[] head) {
        var read = CharBuffer.allocate(head.length);
        // What is cut off at the end of the head may be half a letter.
        var result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(head), read, false);
        if (result.isError()) {
            return false;
        }
        var text = read.flip().toString();
        var begin = text.replace("\ufeff", "").strip().toLowerCase(Locale.ROOT);
        return MARKUP.stream().noneMatch(begin::startsWith)
                && text.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f');
    }
}
