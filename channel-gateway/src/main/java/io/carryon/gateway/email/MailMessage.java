package io.carryon.gateway.email;

import io.carryon.gateway.email.mime.Addresses;
import io.carryon.gateway.email.mime.Addresses.Address;
import io.carryon.gateway.email.mime.Headers;
import io.carryon.gateway.email.mime.MimePart;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A mail as people see it. Ids stand without angle brackets; {@code text} holds every readable text part, {@code
 * firstText} the first alone; {@code html} is not sanitized; {@code date} is null when the mail has none that can be read.
 */
public record MailMessage(
        MimePart root,
        Address from,
        List<Address> to,
        List<Address> cc,
        String subject,
        String messageId,
        List<String> inReplyTo,
        List<String> references,
        String text,
        String firstText,
        String charset,
        String html,
        List<MailFile> files,
        Instant date) {

    private static final List<String> RECIPIENTS = List.of("Delivered-To", "X-Original-To", "To", "Cc", "Envelope-To");

    /** A file of a mail; inline when the HTML shows it. Its bytes are decoded anew each time they are asked for. */
    public record MailFile(String name, String mediaType, Supplier<byte[]> bytes, boolean inline, String contentId) {

        public byte[] content() {
            return bytes.get();
        }
    }

    public Headers headers() {
        return root.headers();
    }

    /** Every address that it went to, as the fields of writers and servers tell. */
    Stream<String> recipients() {
        return RECIPIENTS.stream()
                .flatMap(name -> headers().rawAll(name).stream())
                .flatMap(raw -> Addresses.parse(raw).stream())
                .map(Address::address)
                .filter(Objects::nonNull);
    }

    /** The sender's address, or null. */
    public String fromAddress() {
        return from == null ? null : from.address();
    }

    /** Why no contact can be made of it, if so. */
    public Optional<String> unreadableBecause() {
        if (headers().isEmpty()) {
            return Optional.of("It has no header fields: it is not a mail.");
        }
        if (fromAddress() == null
                || fromAddress().indexOf('@') < 1
                || fromAddress().length() > 320) {
            return Optional.of("It names no sender's address, so nobody could be answered.");
        }
        return Optional.empty();
    }
}
