package io.carryon.gateway.email.mime;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One part of a message: its headers, where its body stands in the message's bytes, and the parts inside it. The body is
 * undone of its transfer encoding when it is asked for, so that a mail is held once and not again for each of its files.
 */
public record MimePart(
        Headers headers, Parameters contentType, Parameters disposition, Slice body, List<MimePart> children) {

    /** No text is read further than this many bytes; the original has the rest. */
    private static final int TEXT_READ = 5_000_000;

    /** Bytes from {@code from} to before {@code to}, not copied. */
    public record Slice(byte[] bytes, int from, int to) {

        /** Nothing. */
        public static final Slice EMPTY = new Slice(new byte[0], 0, 0);

        Slice atMost(int length) {
            return new Slice(bytes, from, Math.min(to, from + length));
        }

        public int length() {
            return to - from;
        }
    }

    /** The media type in lower case, such as {@code text/plain}. */
    public String mediaType() {
        return contentType.word();
    }

    public boolean isMultipart() {
        return mediaType().startsWith("multipart/") && !children.isEmpty();
    }

    public boolean isText() {
        return mediaType().startsWith("text/");
    }

    public boolean isEmbeddedMessage() {
        return isMessage(mediaType());
    }

    /** Whether a media type is that of a whole mail; the second is that of one in UTF-8 throughout (RFC 6532). */
    static boolean isMessage(String mediaType) {
        return mediaType.equals("message/rfc822") || mediaType.equals("message/global");
    }

    /** The file name it carries, from either of the two fields that may say so. */
    public Optional<String> fileName() {
        return disposition
                .value("filename")
                .or(() -> contentType.value("name"))
                .map(String::strip)
                .filter(name -> !name.isEmpty());
    }

    public boolean isDeclaredAttachment() {
        return disposition.word().equals("attachment");
    }

    /** The charset it declares, in lower case. */
    public Optional<String> charset() {
        return contentType.value("charset").map(name -> name.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether there is nothing to be decoded; true for a multipart that was taken apart. */
    public boolean isEmpty() {
        return body.length() == 0;
    }

    /** A copy of its bytes, undone of their transfer encoding. */
    public byte[] content() {
        return decoded(body);
    }

    /** Its bytes as text, in whatever charset they really are; what stands behind the first 5 MB is left out. */
    public String text() {
        var bytes = decoded(body.atMost(TEXT_READ));
        return Charsets.decode(
                body.length() > TEXT_READ ? upToLineEnd(bytes) : bytes,
                charset().orElse(null));
    }

    private byte[] decoded(Slice slice) {
        return TransferEncoding.decode(
                slice, headers.raw("Content-Transfer-Encoding").orElse(""));
    }

    /** A cut inside a character would make the charset look wrong. */
    private static byte[] upToLineEnd(byte[] cut) {
        var end = cut.length;
        while (end > 0 && cut[end - 1] != '\n' && cut[end - 1] != ' ') {
            end--;
        }
        return end == 0 ? cut : Arrays.copyOf(cut, end);
    }

    /** This part and all below it, depth first. */
    public Stream<MimePart> walk() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(MimePart::walk));
    }
}
