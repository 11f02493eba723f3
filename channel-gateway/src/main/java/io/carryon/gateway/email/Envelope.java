package io.carryon.gateway.email;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is said of a mail beside its bytes by who hands it over.
 *
 * @param sender empty for a report, null where it is not told
 * @param isFromOurServer whether what the topmost Authentication-Results field says is our own mail server's word
 */
public record Envelope(String sender, List<String> recipients, boolean isFromOurServer) {

    private static final Pattern NO_ADDRESS = Pattern.compile("[\\p{Cntrl}<>]");

    public Envelope {
        sender = sender == null ? null : clean(sender);
        recipients = recipients.stream().map(Envelope::clean).toList();
    }

    private static String clean(String address) {
        return NO_ADDRESS.matcher(address).replaceAll("");
    }

    /**
     * The fields that the last server writes on top of a mail: where it came from and to whom it went. There is no
     * Received field among them, for only what stands above the border server's is believed, nor a time, for the same mail
     * handed over again must be the same bytes.
     */
    byte[] fields(Set<String> trustedAuthservIds) {
        var fields = new StringBuilder();
        if (sender != null) {
            fields.append("Return-Path: <").append(sender).append(">\r\n");
        }
        recipients.forEach(
                recipient -> fields.append("Delivered-To: ").append(recipient).append("\r\n"));
        if (!isFromOurServer) {
            // The topmost result counts, and so no other that a stranger wrote in our servers' name.
            trustedAuthservIds.stream()
                    .sorted()
                    .limit(1)
                    .forEach(id ->
                            fields.append("Authentication-Results: ").append(id).append("; dmarc=none\r\n"));
        }
        return fields.toString().getBytes(StandardCharsets.UTF_8);
    }
}
