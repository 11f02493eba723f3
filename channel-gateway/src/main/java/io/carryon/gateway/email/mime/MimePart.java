package io.carryon.gateway.email.mime;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One part of a message: its headers, its bytes undone of their transfer encoding, and the parts inside it. */
public record MimePart(
        Headers headers, Parameters contentType, Parameters disposition, byte[] content, List<MimePart> children) {

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
        return mediaType().equals("message/rfc822") || mediaType().equals("message/global");
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
        return contentType.value("charset").map(name -> name.strip().toLowerCase(java.util.Locale.ROOT));
    }

    /** Its bytes as text, in whatever charset they really are. */
    public String text() {
        return Charsets.decode(content, charset().orElse(null));
    }

    /** This part and all below it, depth first. */
    public Stream<MimePart> walk() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(MimePart::walk));
    }
}
