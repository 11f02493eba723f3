package io.carryon.bench.mails;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** Mails of a given size, each made to cost a careless reader its memory or hours of time. */
public final class HostileMails {

    private static final String HEAD = "From: fuzz@bench.example\r\nMIME-Version: 1.0\r\n";
    private static final String MIXED = "Content-Type: multipart/mixed; boundary=b\r\n\r\n";
    private static final String HTML = "Content-Type: text/html; charset=utf-8\r\n\r\n";
    private static final String FILE =
            "Content-Type: %s; name=file\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: %s\r\n\r\n";

    /** Larger ones are not opened. */
    private static final int TNEF_SIZE = 9_900_000;
    /** A record of a million bytes of them. */
    private static final String PROPERTIES = "\1\3\220\6\0\100\102\17\0\377\0\0\0";

    private HostileMails() {}

    /** One, made when it is asked for, since all of them together are large. */
    public record Hostile(String name, Supplier<byte[]> made) {}

    /** @param size of each, in bytes, roughly */
    public static List<Hostile> of(int size) {
        return List.of(
                filled("a file in base64", HEAD + FILE.formatted("application/pdf", "base64"), line("QUJD", 19), size),
                filled("a file as it is", HEAD + FILE.formatted("application/pdf", "8bit"), line("ABC", 25), size),
                filled(
                        "a file in hex",
                        HEAD + FILE.formatted("application/pdf", "quoted-printable"),
                        "=41=42\r\n",
                        size),
                filled("a file in uuencode", uuHead(), "M" + "9".repeat(60) + "\r\n", size),
                filled("a mail in base64", HEAD + FILE.formatted("message/rfc822", "base64"), line("QUJD", 19), size),
                filled("tiny files in TNEF", tnefHead(), "\2\2\220\6\0\0\0\0\0\0\0", Math.min(size, TNEF_SIZE)),
                filled(
                        "tiny properties in TNEF",
                        tnefHead() + PROPERTIES,
                        "\3\20\1\20\377\377\0\0",
                        Math.min(size, TNEF_SIZE)),
                filled("a long text", HEAD + "\r\n", "A line of text that says nothing at all.\r\n", size),
                filled("one line", HEAD + "\r\n", "word ", size),
                filled("a long HTML", HEAD + HTML, "<p>A paragraph.</p>\r\n", size),
                filled("nested tags", HEAD + HTML, "<div><blockquote>x", size),
                filled("an endless tag", HEAD + HTML + "<a ", "b=c ", size),
                filled("many parts", HEAD + MIXED, "--b\r\n\r\nx\r\n", size),
                filled("many empty parts", HEAD + MIXED, "--b\r\n", size),
                filled("nearly boundaries", HEAD + MIXED + "--b\r\n\r\n", "--bc\r\n", size),
                filled("nested multiparts", HEAD + MIXED, "--b\r\n" + MIXED, size),
                filled("mails within mails", HEAD, "Content-Type: message/rfc822\r\n\r\n", size),
                filled("digest within digest", HEAD, "Content-Type: multipart/digest; boundary=b\r\n\r\n--b\r\n", size),
                filled("many fields", HEAD, "X-A: b\r\n", size),
                filled("an endless field", HEAD + "Subject: ", "x\r\n ", size),
                filled("a header of no fields", HEAD, "no field\r\n", size),
                filled("many addresses", HEAD + "To: ", "a@b.example, ", size),
                filled("open comments", HEAD + "To: ", "(", size),
                filled("encoded words", HEAD + "Subject: ", "=?utf-8?Q?_a?= ", size),
                filled("begun encoded words", HEAD + "Subject: ", "=?utf-8?Q?", size),
                filled("many parameters", HEAD + "Content-Type: text/plain", "; a*0*=b", size),
                filled("many references", HEAD + "References: ", "<a@b.example> ", size),
                filled("quoted lines", HEAD + "\r\n", "> quoted\r\n", size),
                filled("introductions", HEAD + "\r\n", "On 2 March 2026 a@b.example wrote:\r\n", size),
                filled("nearly introductions", HEAD + "\r\n", "On 2 March 2026\r\n", size),
                filled("headers of old mails", HEAD + "\r\n", "From: a\r\nSent: b\r\n", size),
                filled("only line breaks", HEAD + "\r\n", "\r\n", size),
                filled("only carriage returns", HEAD + "\r\n", "\r", size),
                filled("only zeros", "", "\0", size),
                filled("only colons", "", ":", size));
    }

    private static String tnefHead() {
        return HEAD + FILE.formatted("application/ms-tnef", "binary") + "x\237>\"\1\0";
    }

    private static String uuHead() {
        return HEAD + FILE.formatted("application/pdf", "x-uuencode") + "begin 644 file\r\n";
    }

    private static String line(String piece, int times) {
        return piece.repeat(times) + "\r\n";
    }

    private static Hostile filled(String name, String head, String piece, int size) {
        return new Hostile(name, () -> {
            var bytes = new byte[Math.max(size, head.length())];
            var filling = piece.getBytes(StandardCharsets.ISO_8859_1);
            var at = head.length();
            System.arraycopy(head.getBytes(StandardCharsets.ISO_8859_1), 0, bytes, 0, at);
            for (; at < bytes.length; at++) {
                bytes[at] = filling[(at - head.length()) % filling.length];
            }
            return bytes;
        });
    }
}
