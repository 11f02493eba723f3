package io.carryon.gateway.email;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Signs the ids of our replies, so that an answer or a bounce that quotes one can be trusted to have seen it. */
@ApplicationScoped
public class ReplyToken {

    private static final String UUID_PATTERN = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern MESSAGE_ID =
            Pattern.compile("<?(" + UUID_PATTERN + ")\\.(" + UUID_PATTERN + ")\\.([0-9a-f]{16})@[^@>]+>?");
    private static final Pattern TAGGED = Pattern.compile("(?i)[^@]*\\+([bt])([0-9a-f]{32})\\.([0-9a-f]{10})@.*");
    private static final int LOCAL_PART_LIMIT = 64;

    private final SecretKeySpec key;

    public ReplyToken(@ConfigProperty(name = "carryon.signing-secret") String secret) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** The reply and the issue that an id of ours names. */
    public record Named(UUID replyId, UUID issueId) {}

    /** The Message-ID of a reply, in angle brackets. */
    public String messageId(UUID replyId, UUID issueId, String domain) {
        return "<%s.%s.%s@%s>".formatted(replyId, issueId, sign("m:" + replyId + ":" + issueId, 16), domain);
    }

    /** What a Message-ID names when it is one of ours and its signature is right. */
    public Optional<Named> read(String messageId) {
        var ours = MESSAGE_ID.matcher(messageId);
        if (!ours.matches()) {
            return Optional.empty();
        }
        var named = new Named(UUID.fromString(ours.group(1)), UUID.fromString(ours.group(2)));
        var right = sign("m:" + named.replyId() + ":" + named.issueId(), 16);
        return same(right, ours.group(3)) ? Optional.of(named) : Optional.empty();
    }

    /** The envelope's sender for a reply: bounces come back to it and so name the reply, even without the original. */
    public String returnPath(UUID replyId, String address) {
        return tagged(address, "b", replyId);
    }

    /** The reply that an address made by {@link #returnPath} names, when its signature is right. */
    public Optional<UUID> readReturnPath(String address) {
        return readTag(address, "b");
    }

    /** Where answers to a reply go: the address itself names the issue, whatever else the customer's program leaves out. */
    public String replyAddress(UUID issueId, String address) {
        return tagged(address, "t", issueId);
    }

    /** The issue that an address made by {@link #replyAddress} names, when its signature is right. */
    public Optional<UUID> readReplyAddress(String address) {
        return readTag(address, "t");
    }

    /** The address as it is where there is no room for the id before its at sign (RFC 5321, 4.5.3.1.1). */
    private String tagged(String address, String kind, UUID id) {
        var at = address.lastIndexOf('@');
        var compact = id.toString().replace("-", "");
        var tag = "+" + kind + compact + "." + sign(kind + ":" + compact, 10);
        return at + tag.length() <= LOCAL_PART_LIMIT ? address.substring(0, at) + tag + address.substring(at) : address;
    }

    private Optional<UUID> readTag(String address, String kind) {
        var ours = TAGGED.matcher(address.strip());
        if (!ours.matches() || !ours.group(1).equalsIgnoreCase(kind)) {
            return Optional.empty();
        }
        var compact = ours.group(2).toLowerCase(Locale.ROOT);
        if (!same(sign(kind + ":" + compact, 10), ours.group(3))) {
            return Optional.empty();
        }
        var id = ByteBuffer.wrap(HexFormat.of().parseHex(compact));
        return Optional.of(new UUID(id.getLong(), id.getLong()));
    }

    private String sign(String content, int digits) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of()
                    .formatHex(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, digits);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has HmacSHA256", e);
        }
    }

    private static boolean same(String right, String given) {
        return MessageDigest.isEqual(
                right.getBytes(StandardCharsets.US_ASCII),
                given.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
    }
}
