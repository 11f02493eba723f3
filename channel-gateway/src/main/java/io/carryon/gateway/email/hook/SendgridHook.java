package io.carryon.gateway.email.hook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.email.Envelope;
import io.carryon.gateway.email.hook.MailHooks.Hook;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** SendGrid's Inbound Parse, told to post the raw mail; signed where its security policy says so. */
@ApplicationScoped
class SendgridHook {

    private static final String SIGNATURE = "X-Twilio-Email-Event-Webhook-Signature";
    private static final String TIMESTAMP = "X-Twilio-Email-Event-Webhook-Timestamp";

    private final ObjectMapper json;

    SendgridHook(ObjectMapper json) {
        this.json = json;
    }

    PostedMail read(Hook hook, Posted posted) {
        if (hook.key() != null && !isSigned(hook.key(), posted)) {
            throw Refusals.wrongSignature("Check the public key, and that the security policy signs.");
        }
        var form = Form.of(posted);
        var source = form.stream("email", "is missing; tick \"POST the raw, full MIME message\"");
        return new PostedMail(envelope(form.text("envelope")), source);
    }

    private static boolean isSigned(PublicKey key, Posted posted) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initVerify(key);
            signature.update(posted.header(TIMESTAMP).getBytes(StandardCharsets.UTF_8));
            signature.update(posted.body());
            return signature.verify(Base64.getDecoder().decode(posted.header(SIGNATURE)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** One that cannot be read is no reason to lose the mail. */
    private Envelope envelope(String text) {
        try {
            var told = json.readTree(text);
            var recipients = new ArrayList<String>();
            told.path("to").forEach(to -> recipients.add(to.asText()));
            return new Envelope(told.path("from").asText(null), recipients, false);
        } catch (JsonProcessingException e) {
            return new Envelope(null, List.of(), false);
        }
    }
}
