package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.PhoneConfig;
import io.carryon.gateway.phone.line.Deadline;
import io.carryon.gateway.problem.Problem;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Lets in what a configured account signed, and nothing else. The address is the configured public one, never what the
 * request says of its host: behind a proxy that is another, and from an attacker it is anything.
 */
@FromTwilio
@Provider
public class TwilioDoor implements ContainerRequestFilter {

    private static final String REQUEST = TwilioRequest.class.getName();

    private static final Logger LOG = Logger.getLogger(TwilioDoor.class);
    private static final String SIGNATURE = "X-Twilio-Signature";
    private static final int BODY_LIMIT = 64 * 1024;
    private static final int SID_LIMIT = 64;

    private final TwilioConnections connections;
    // Filters are made before there is any configuration.
    private final Instance<PhoneConfig> phone;

    public TwilioDoor(TwilioConnections connections, Instance<PhoneConfig> phone) {
        this.connections = connections;
        this.phone = phone;
    }

    /** What was let in. */
    static TwilioRequest admitted(ContainerRequestContext request) {
        return (TwilioRequest) request.getProperty(REQUEST);
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        var name = request.getUriInfo().getPathParameters().getFirst("connection");
        var connection = connections.named(name).orElse(null);
        if (connection == null) {
            refuse(request, 404, "not-found", "There is no such connection", "Check the address of the webhook.");
            return;
        }
        var body = request.getEntityStream().readNBytes(BODY_LIMIT + 1);
        if (body.length > BODY_LIMIT) {
            refuse(request, 413, "too-large", "The body is too large", "No webhook is larger than 64 KiB.");
            return;
        }
        try {
            enter(request, name, connection, body);
        } catch (UncheckedIOException e) {
            LOG.errorf("Connection %s: %s", name, e.getMessage());
            refuse(request, 503, "unavailable", "A needed part is not reachable", "Send the same request again.");
        } catch (IllegalArgumentException e) {
            refuse(request, 400, "malformed-form", "The body cannot be read", "Send a form.");
        }
    }

    private void enter(ContainerRequestContext request, String name, TwilioConfig.Connection connection, byte[] body) {
        var address = request.getUriInfo().getRequestUri();
        var query = FormWords.read(address.getRawQuery());
        var hash = query.first(TwilioSignature.BODY_HASH).orElse(null);
        var isPost = HttpMethod.POST.equals(request.getMethod());
        var form = isPost && hash == null ? FormWords.read(new String(body, StandardCharsets.UTF_8)) : FormWords.NONE;
        var isSigned = TwilioSignature.isBy(
                TwilioConnections.tokens(connection),
                signedAs(connection, address),
                form.values(),
                request.getHeaderString(SIGNATURE));
        if (!isSigned || (hash != null && !TwilioSignature.covers(hash, body))) {
            LOG.warnf("Connection %s: a webhook was not signed by its account", name);
            refuse(
                    request,
                    403,
                    "wrong-signature",
                    "The signature is not right",
                    "Check the auth token, and that the configured public URL is the one Twilio calls.");
            return;
        }
        var told = !isPost ? query : hash == null ? form : FormWords.json(body);
        var deadline = Deadline.in(phone.get().answerDeadline());
        admit(
                request,
                new TwilioRequest(name, connection, told, query, phone.get().queue(), deadline));
    }

    private static void admit(ContainerRequestContext request, TwilioRequest signed) {
        var told = signed.told();
        if (!told.first("AccountSid")
                .filter(signed.connection().accountSid()::equals)
                .isPresent()) {
            LOG.warnf("Connection %s: a webhook is of another account", signed.name());
            refuse(request, 403, "wrong-account", "The account is another", "Check the configured account SID.");
        } else if (told.first("CallSid")
                .filter(sid -> sid.length() <= SID_LIMIT)
                .isEmpty()) {
            refuse(request, 400, "validation", "The request is not valid", "A webhook names its call in CallSid.");
        } else {
            request.setProperty(REQUEST, signed);
        }
    }

    // The part after # is never sent; whether it is signed depends on who signs.
    private static List<String> signedAs(TwilioConfig.Connection connection, URI address) {
        var base = connection.publicUrl().toString().replaceAll("/+$", "");
        var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return TwilioSignature.variants(base + address.getRawPath() + query).stream()
                .flatMap(url -> Stream.of(url, url + VoiceUrls.RETRIED))
                .toList();
    }

    private static void refuse(ContainerRequestContext request, int status, String type, String title, String detail) {
        request.abortWith(Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .entity(new Problem(
                        "urn:carryon:problem:" + type,
                        title,
                        status,
                        detail,
                        "urn:uuid:" + UUID.randomUUID(),
                        List.of()))
                .build());
    }
}
