package io.carryon.gateway.contact;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A contact of every channel with everything in it that its channel takes, as much of it as it takes. */
final class LargestContacts {

    private static final Instant NOW = Instant.parse("2026-03-02T10:15:30.123Z");
    private static final String SHA256 = "0".repeat(64);
    private static final String WORD = "\u20ac";

    private LargestContacts() {}

    static List<Contact> ofEveryChannel() {
        return List.of(mail(), call(), chat(), request());
    }

    private static Contact mail() {
        var id = ContactId.derive("em", "support", "a@b");
        var ids = Collections.nCopies(300, "c".repeat(200) + "@d");
        return Contact.draft(Channel.EMAIL, "support@carryon.test")
                .first(id)
                .at(NOW, NOW)
                .from(WORD.repeat(300), Handle.claimed(Handle.Kind.MAILTO, "ann@example.org", "Ann@example.org"))
                .participants(
                        Collections.nCopies(200, new Contact.Participant("cc", "b".repeat(100), "boss@example.org")))
                .subject("s\u0000" + WORD.repeat(2_000))
                .text(WORD.repeat(200_000))
                .visibleText(WORD.repeat(150_000))
                .html("<p>x</p>")
                .attachments(Collections.nCopies(
                        600,
                        new Attachment(
                                id + "-1",
                                "a.pdf",
                                "application/pdf",
                                3,
                                SHA256,
                                Attachment.Disposition.INLINE,
                                "cid")))
                .thread(new Contact.Threading("a@b", ids, ids, id, List.of("1004273", "1004274")))
                .original(new Original(SHA256, "message/rfc822", 3))
                .contact();
    }

    private static Contact call() {
        return Contact.draft(Channel.PHONE, "9".repeat(64))
                .first(ContactId.derive("ivr", "main", "1"))
                .at(NOW, NOW)
                .from(
                        WORD.repeat(200),
                        Handle.claimed(Handle.Kind.TEL, "+4930555010", "0".repeat(256))
                                .inRegion("DE"))
                .text(WORD.repeat(60_000))
                .phone(new Contact.PhoneCall(
                                "c".repeat(128),
                                "9".repeat(64),
                                Collections.nCopies(100, "m".repeat(100)),
                                words(50, 64, 500),
                                "max-retries",
                                "q".repeat(64))
                        .recorded(new Contact.Recording(
                                "r".repeat(128), "https://" + "h".repeat(1_992), 86_400, "voicemail"))
                        .transcribed())
                .contact();
    }

    private static Contact chat() {
        var session = UUID.randomUUID();
        return Contact.draft(Channel.CHAT, "site")
                .entry(session, UUID.randomUUID(), 1)
                .at(NOW, NOW)
                .from(
                        WORD.repeat(200),
                        Handle.verified(Handle.Kind.CHAT, session.toString(), null, "session"),
                        Handle.verified(Handle.Kind.ACCOUNT, "a".repeat(200), null, "session"))
                .text(WORD.repeat(4_000))
                .topic("t".repeat(100))
                .chat(new Contact.ChatSession(session, "p".repeat(2_000)))
                .contact();
    }

    private static Contact request() {
        return Contact.draft(Channel.PORTAL, "c".repeat(64))
                .topic("t".repeat(60))
                .first(UUID.randomUUID())
                .at(NOW, NOW)
                .from(WORD.repeat(200), Handle.verified(Handle.Kind.ACCOUNT, "a".repeat(200), null, "oidc"))
                .subject(WORD.repeat(500))
                .text(WORD.repeat(60_000))
                .language("x".repeat(35))
                .portal(new Contact.PortalForm("7K3M-Q0ZD-2F9T-XW5B", words(50, 64, 2_000)))
                .contact();
    }

    private static Map<String, String> words(int count, int nameLength, int valueLength) {
        return IntStream.range(0, count)
                .mapToObj(i -> (i + "n".repeat(nameLength)).substring(0, nameLength))
                .collect(Collectors.toMap(Function.identity(), name -> WORD.repeat(valueLength)));
    }
}
