package io.carryon.bench.mails;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;

/** Mails spoiled at random, in one to four ways each; the same seed and number make the same mail. */
public final class MailMutations {

    private static final int WAYS_LIMIT = 4;
    private static final int SIZE_LIMIT = 4_000_000;
    private static final long NEXT_SEED = 1_000_003;

    /** What readers stumble over, in the places where it does not belong. */
    private static final List<String> TOKENS = List.of(
            "\r\n",
            "\n\n",
            "\r",
            "\0",
            "--",
            "\n--b\nContent-Type: multipart/mixed; boundary=b\n\n--b\n",
            "\nContent-Type: message/rfc822\n\n",
            "\nContent-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\neJ8+Ig==",
            "\nContent-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:",
            "\nContent-Transfer-Encoding: base64\n",
            "\nContent-Transfer-Encoding: quoted-printable\n",
            "\nContent-Type: text/html; charset=utf-7\n\n<p><blockquote><img src=cid:x onerror=y>",
            "; charset=",
            "; name*0*=utf-8''%E2%82; name*1*=%AC; name*99999999999=x",
            "=?utf-8?B?",
            "=?iso-2022-jp?Q?=1B$B?= ",
            "=?x-unknown?Q?=FF=FE?=",
            "=E2=82",
            "=\n",
            "\nFrom: ",
            "\nReferences: <",
            "\nDate: Thu, 99 Foo 20000 99:99:99 +9999",
            "\nOn Mon, 2 Mar 2026 at 09:00, A <a@b.example> wrote:\n> ",
            "\nbegin 644 x\n",
            "<![CDATA[<!--<table><tr><td>",
            "\"",
            "(",
            "\\",
            "<",
            ":;,@");

    private static final List<String> CHARSETS = List.of(
            "utf-7",
            "utf-16",
            "utf-32",
            "iso-2022-jp",
            "iso-2022-kr",
            "gb18030",
            "hz-gb-2312",
            "x-none",
            "ibm037",
            "''");

    private final List<byte[]> mails;
    private final int seed;

    public MailMutations(List<byte[]> mails, int seed) {
        this.mails = List.copyOf(mails);
        this.seed = seed;
    }

    /** The mail of this number, 0 and up; at most 4 MB. */
    public byte[] mail(int number) {
        var random = new Random(seed * NEXT_SEED + number);
        var mail = mails.get(random.nextInt(mails.size()));
        for (var ways = 1 + random.nextInt(WAYS_LIMIT); ways > 0; ways--) {
            mail = spoiled(mail, random);
        }
        return mail.length > SIZE_LIMIT ? Arrays.copyOf(mail, SIZE_LIMIT) : mail;
    }

    private byte[] spoiled(byte[] mail, Random random) {
        var from = random.nextInt(mail.length + 1);
        var to = Math.min(mail.length, from + random.nextInt(1 + random.nextInt(2000)));
        return switch (random.nextInt(10)) {
            case 0 -> noisy(mail, random);
            case 1 -> joined(part(mail, 0, from), part(mail, to, mail.length));
            case 2 -> joined(part(mail, 0, to), repeated(part(mail, from, to), random), part(mail, to, mail.length));
            case 3 -> part(mail, 0, from);
            case 4 -> joined(part(mail, 0, from), tail(random));
            case 5, 6 -> joined(part(mail, 0, from), token(random), part(mail, from, mail.length));
            case 7 -> replaced(mail, "(?i)charset=\"?[-\\w]+\"?", "charset=" + oneOf(CHARSETS, random));
            case 8 -> replaced(mail, "\r?\n", random.nextBoolean() ? "\n" : "\r");
            default -> within(mail, 1 + random.nextInt(40));
        };
    }

    private static byte[] noisy(byte[] mail, Random random) {
        var noisy = mail.clone();
        for (var i = random.nextInt(50); i >= 0 && noisy.length > 0; i--) {
            noisy[random.nextInt(noisy.length)] = (byte) random.nextInt(256);
        }
        return noisy;
    }

    private static byte[] repeated(byte[] piece, Random random) {
        var times = random.nextInt(random.nextBoolean() ? 3 : 300);
        var all = new ByteArrayOutputStream(piece.length * times);
        for (var i = 0; i < times; i++) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }

    private byte[] tail(Random random) {
        var other = mails.get(random.nextInt(mails.size()));
        return part(other, random.nextInt(other.length + 1), other.length);
    }

    private static byte[] token(Random random) {
        var token = oneOf(TOKENS, random).getBytes(StandardCharsets.ISO_8859_1);
        return random.nextInt(4) > 0 ? token : repeated(repeated(token, random), random);
    }

    private static byte[] replaced(byte[] mail, String what, String by) {
        var text = new String(mail, StandardCharsets.ISO_8859_1);
        return text.replaceAll(what, Matcher.quoteReplacement(by)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] within(byte[] mail, int levels) {
        var head = new StringBuilder("From: fuzz@bench.example\r\nSubject: within\r\n");
        for (var i = 0; i < levels; i++) {
            head.append("Content-Type: multipart/mixed; boundary=w%d\r\n\r\n--w%d\r\n".formatted(i, i));
        }
        head.append("Content-Type: message/rfc822\r\n\r\n");
        return joined(head.toString().getBytes(StandardCharsets.US_ASCII), mail);
    }

    private static String oneOf(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static byte[] part(byte[] mail, int from, int to) {
        return Arrays.copyOfRange(mail, from, to);
    }

    private static byte[] joined(byte[]... pieces) {
        var all = new ByteArrayOutputStream();
        for (var piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }
}
