package io.carryon.gateway.email.hook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.carryon.gateway.email.Envelope;
import io.carryon.gateway.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Postmark's inbound webhook with the raw mail in it. Postmark does not sign: the token in the path is all there is. */
final class PostmarkHook {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private PostmarkHook() {}

    static PostedMail read(Posted posted) throws IOException {
        String raw = null;
        var recipient = "";
        try (var json = JSON.createParser(posted.body())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw missing();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var name = json.currentName();
                var value = json.nextToken();
                if (value == JsonToken.VALUE_STRING && name.equals("RawEmail")) {
                    raw = json.getText();
                } else if (value == JsonToken.VALUE_STRING && name.equals("OriginalRecipient")) {
                    recipient = json.getText();
                } else {
                    json.skipChildren();
                }
            }
        }
        if (raw == null || raw.isEmpty()) {
            throw missing();
        }
        return new PostedMail(
                new Envelope(null, recipient.isEmpty() ? List.of() : List.of(recipient), false),
                new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
    }

    private static ProblemException missing() {
        return ProblemException.invalid(
                "/RawEmail", "is missing; tick \"Include raw email content in JSON payload\" at the inbound stream");
    }
}
