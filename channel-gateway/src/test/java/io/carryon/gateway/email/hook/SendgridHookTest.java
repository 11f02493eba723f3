package io.carryon.gateway.email.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.email.hook.MailHookConfig.Kind;
import io.carryon.gateway.email.hook.MailHooks.Hook;
import io.carryon.gateway.problem.ProblemException;
import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendgridHookTest {

    private static final String BODY = "--xYz\r\nContent-Disposition: form-data; name=\"envelope\"\r\n\r\n"
            + "{\"to\":[\"support@in.example.org\"],\"from\":\"ann@example.org\"}\r\n"
            + "--xYz\r\nContent-Disposition: form-data; name=\"email\"\r\nContent-Type: text/plain\r\n\r\n"
            + "Subject: a\r\n\r\nstra\u00dfe\r\n--xY\r\n\r\n--xYz--\r\n";

    private final SendgridHook sendgrid = new SendgridHook(new ObjectMapper());
    private KeyPair keys;
    private Hook hook;

    @BeforeEach
    void keys() throws Exception {
        keys = KeyPairGenerator.getInstance("EC").generateKeyPair();
        hook = new Hook("grid", Kind.SENDGRID, null, keys.getPublic());
    }

    private Posted posted(String signedAt, String told, String body) throws Exception {
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update((signedAt + BODY).getBytes(StandardCharsets.ISO_8859_1));
        var headers = MultiMap.caseInsensitiveMultiMap()
                .add("Content-Type", "multipart/form-data; boundary=xYz")
                .add("X-Twilio-Email-Event-Webhook-Timestamp", told)
                .add(
                        "X-Twilio-Email-Event-Webhook-Signature",
                        Base64.getEncoder().encodeToString(signature.sign()));
        return new Posted(headers, body.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aSignedMailIsReadByteForByteWithItsEnvelope() throws Exception {
        var mail = sendgrid.read(hook, posted("1700000000", "1700000000", BODY));

        assertThat(new String(mail.source().readAllBytes(), StandardCharsets.ISO_8859_1))
                .isEqualTo("Subject: a\r\n\r\nstra\u00dfe\r\n--xY\r\n");
        assertThat(mail.envelope().sender()).isEqualTo("ann@example.org");
        assertThat(mail.envelope().recipients()).containsExactly("support@in.example.org");
        assertThat(mail.envelope().isFromOurServer()).isFalse();
    }

    @Test
    void whatIsNotSignedAsItStandsIsRefused() throws Exception {
        var forged = posted("1700000000", "1700000000", BODY.replace("Subject: a", "Subject: b"));
        var atAnotherTime = posted("1700000000", "1700000001", BODY);
        var unsigned = new Posted(MultiMap.caseInsensitiveMultiMap(), new byte[0]);

        assertThatThrownBy(() -> sendgrid.read(hook, forged)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> sendgrid.read(hook, atAnotherTime)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> sendgrid.read(hook, unsigned)).isInstanceOf(ProblemException.class);
    }
}
