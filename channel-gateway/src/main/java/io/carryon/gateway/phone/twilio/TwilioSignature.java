package io.carryon.gateway.phone.twilio;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a webhook: HMAC-SHA1 over its address as Twilio called it and the form it sent, each parameter with
 * its different values in order; a body that is no form is covered by the hash of it in the address.
 */
final class TwilioSignature {

    static final String BODY_HASH = "bodySHA256";

    private static final String HMAC = "HmacSHA1";

    private TwilioSignature() {}

    /**
     * @param urls in which the address may have been written when it was signed, with and without the standard port
     * @param form empty unless the request was a POST with a form
     */
    static boolean isBy(List<String> tokens, List<String> urls, Map<String, List<String>> form, String signature) {
        if (signature == null) {
            return false;
        }
        var given = signature.getBytes(StandardCharsets.UTF_8);
        var fits = false;
        for (var token : tokens) {
            for (var url : urls) {
                // All are tried, so that the time taken says nothing about which was right.
                fits |= MessageDigest.isEqual(of(token, url, form).getBytes(StandardCharsets.UTF_8), given);
            }
        }
        return fits;
    }

    /** Whether this is the body whose hash stands in the signed address. */
    static boolean covers(String hash, byte[] body) {
        return MessageDigest.isEqual(
                sha256(body).getBytes(StandardCharsets.UTF_8), hash.getBytes(StandardCharsets.UTF_8));
    }

    static String of(String token, String url, Map<String, List<String>> form) {
        var signed = new StringBuilder(url);
        new TreeMap<>(form)
                .forEach((name, values) -> new TreeSet<>(values)
                        .forEach(value -> signed.append(name).append(value)));
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), HMAC));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }

    /** The address as it may have been signed: as it is, and with its scheme's standard port added or left out. */
    static List<String> variants(String url) {
        var scheme = url.indexOf("://") + 3;
        var path = url.indexOf('/', scheme);
        var end = path < 0 ? url.length() : path;
        var host = url.substring(scheme, end);
        var standard = url.startsWith("https") ? ":443" : ":80";
        var hasPort = host.matches(".*:[0-9]+");
        var other = host.endsWith(standard)
                ? host.substring(0, host.length() - standard.length())
                : hasPort ? host : host + standard;
        return Stream.of(url, url.substring(0, scheme) + other + url.substring(end))
                .distinct()
                .toList();
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
