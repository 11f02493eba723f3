package io.carryon.gateway.messenger.media;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * What a file is by its first bytes. What a sender says of it counts only where nothing contradicts, so that a page with
 * scripts is never shown as a picture.
 */
final class SniffedType {

    /** So many first bytes tell. */
    static final int HEAD = 512;

    private static final String BYTES = "application/octet-stream";

    private record Magic(int at, String bytes, String type) {}

    private static final List<Magic> MAGIC = List.of(
            new Magic(0, "\u00ff\u00d8\u00ff", "image/jpeg"),
            new Magic(0, "\u0089PNG\r\n\u001a\n", "image/png"),
            new Magic(0, "GIF8", "image/gif"),
            new Magic(8, "WEBP", "image/webp"),
            new Magic(0, "%PDF-", "application/pdf"),
            new Magic(0, "OggS", "audio/ogg"),
            new Magic(0, "#!AMR", "audio/amr"),
            new Magic(0, "ID3", "audio/mpeg"),
            new Magic(4, "ftyp", "video/mp4"),
            new Magic(0, "\u001aE\u00df\u00a3", "video/webm"));

    /** Programs and pages: never what a customer's file is shown as. */
    private static final List<Magic> ACTIVE =
            List.of(new Magic(0, "MZ", BYTES), new Magic(0, "\u007fELF", BYTES), new Magic(0, "#!/", BYTES));

    private static final List<String> MARKUP = List.of("<!doctype", "<html", "<script", "<svg", "<?xml", "<body");

    private SniffedType() {}

    /** The media type to keep, without parameters. */
    static String of(byte[] head, String declared) {
        var said = declared == null ? BYTES : declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        var text = new String(head, StandardCharsets.ISO_8859_1);
        if (ACTIVE.stream().anyMatch(magic -> text.startsWith(magic.bytes(), magic.at())) || isMarkup(text)) {
            return BYTES;
        }
        return MAGIC.stream()
                .filter(magic -> text.startsWith(magic.bytes(), magic.at()))
                .map(Magic::type)
                .findFirst()
                // A container of both sound and pictures is what its sender says, as long as it is one of them.
                .map(found -> found.equals("video/mp4") && said.matches("(audio|video)/.*") ? said : found)
                .orElse(said.matches("(image|video|application/pdf|text/html|.*xml|.*script).*") ? BYTES : said);
    }

    private static boolean isMarkup(String text) {
        var start = text.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading().toLowerCase(Locale.ROOT);
        return MARKUP.stream().anyMatch(start::startsWith);
    }
}
