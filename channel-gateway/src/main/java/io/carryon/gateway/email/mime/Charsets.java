package io.carryon.gateway.email.mime;

import com.ibm.icu.text.CharsetDetector;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mozilla.universalchardet.UniversalDetector;

/** Turns bytes into text by the charset they claim, or by the one they are evidently in when the claim is missing or false. */
final class Charsets {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Names that mail uses for supersets or that Java does not know. */
    private static final Map<String, String> SPOKEN = Map.ofEntries(
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("x-gbk", "GB18030"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("ks_c_5601", "x-windows-949"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("iso-8859-8-i", "ISO-8859-8"),
            Map.entry("iso-8859-8-e", "ISO-8859-8"),
            Map.entry("iso-8859-1-i", "ISO-8859-1"),
            Map.entry("big5", "Big5-HKSCS"),
            Map.entry("x-big5", "Big5-HKSCS"),
            Map.entry("macintosh", "x-MacRoman"),
            Map.entry("x-mac-roman", "x-MacRoman"),
            Map.entry("iso8859_1", "ISO-8859-1"),
            Map.entry("utf8", "UTF-8"),
            Map.entry("utf-8mb4", "UTF-8"),
            Map.entry("cp-850", "IBM850"));

    private Charsets() {}

    /** Never throws; bytes that fit nowhere become U+FFFD. The claimed name may be null or nonsense. */
    static String decode(byte[] bytes, String claimed) {
        var name = claimed == null ? "" : claimed.strip().toLowerCase(Locale.ROOT);
        if (name.equals("utf-7") || name.equals("unicode-1-1-utf-7") || name.equals("x-unicode-1-1-utf-7")) {
            return Utf7.decode(bytes);
        }
        return withoutMark(find(name).map(charset -> decode(bytes, charset)).orElseGet(() -> detect(bytes)));
    }

    private static String decode(byte[] bytes, Charset claimed) {
        if (claimed.equals(StandardCharsets.UTF_8) || claimed.equals(StandardCharsets.US_ASCII)) {
            return strictly(bytes, StandardCharsets.UTF_8).orElseGet(() -> detect(bytes));
        }
        if (claimed.equals(StandardCharsets.ISO_8859_1)) {
            return hasC1(bytes)
                    ? strictly(bytes, StandardCharsets.UTF_8).orElseGet(() -> new String(bytes, WINDOWS_1252))
                    : new String(bytes, claimed);
        }
        return new String(bytes, claimed);
    }

    /** UTF-8 proves itself; for the rest two detectors guess, and Western text is the last resort. */
    private static String detect(byte[] bytes) {
        return strictly(bytes, StandardCharsets.UTF_8)
                .or(() -> guess(bytes).map(charset -> new String(bytes, charset)))
                .orElseGet(() -> new String(bytes, WINDOWS_1252));
    }

    private static Optional<Charset> guess(byte[] bytes) {
        var detector = new UniversalDetector();
        detector.handleData(bytes, 0, bytes.length);
        detector.dataEnd();
        var found =
                Optional.ofNullable(detector.getDetectedCharset()).flatMap(name -> find(name.toLowerCase(Locale.ROOT)));
        if (found.isPresent() && !found.get().equals(StandardCharsets.US_ASCII)) {
            return found;
        }
        var match = new CharsetDetector().setText(bytes).detect();
        return match != null && match.getConfidence() >= 50
                ? find(match.getName().toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Optional<Charset> find(String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(SPOKEN.getOrDefault(name, name)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static boolean hasC1(byte[] bytes) {
        for (var b : bytes) {
            if ((b & 0xE0) == 0x80) {
                return true;
            }
        }
        return false;
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == '\uFEFF' ? text.substring(1) : text;
    }
}
