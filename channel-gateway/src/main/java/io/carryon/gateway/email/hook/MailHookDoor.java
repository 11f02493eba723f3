package io.carryon.gateway.email.hook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.admission.LargeBody;
import io.carryon.gateway.email.hook.MailHooks.Hook;
import io.carryon.gateway.problem.Problem;
import io.carryon.gateway.problem.ProblemException;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Where mail providers post. It stands before the service's other doors, for a mail is larger than what they let in, and
 * looks at the token in the path before it reads a byte of the body.
 */
@ApplicationScoped
class MailHookDoor implements LargeBody {

    private static final String PREFIX = "/v1/mail-hooks/";
    private static final String PATH = PREFIX + ":token";

    /** After admission, before tokens and the limit of all other bodies. */
    private static final int BEFORE_THE_REST = -900;

    private final Vertx vertx;
    private final MailHooks hooks;
    private final MailHookConfig config;
    private final PostedMails mails;
    private final ObjectMapper json;
    private final Semaphore room;

    MailHookDoor(Vertx vertx, MailHooks hooks, MailHookConfig config, PostedMails mails, ObjectMapper json) {
        this.vertx = vertx;
        this.hooks = hooks;
        this.config = config;
        this.mails = mails;
        this.json = json;
        this.room = new Semaphore(config.atOnce());
    }

    @Override
    public boolean isAt(String path) {
        return path.startsWith(PREFIX);
    }

    @Override
    public long mostBytes() {
        return config.maxBytes();
    }

    void install(@Observes Router router) {
        router.route(HttpMethod.POST, PATH).order(BEFORE_THE_REST).handler(this::arrived);
    }

    private void arrived(RoutingContext request) {
        var hook = hooks.with(request.pathParam("token")).orElse(null);
        if (hook == null) {
            answer(
                    request,
                    ProblemException.of(
                            401,
                            "unknown-token",
                            "The token in the path is not known",
                            "Use the token configured for it."));
        } else if (!room.tryAcquire()) {
            answer(request, unavailable());
        } else {
            read(request, hook);
        }
    }

    private void read(RoutingContext request, Hook hook) {
        var hasLeft = new AtomicBoolean();
        Runnable leave = () -> {
            if (hasLeft.compareAndSet(false, true)) {
                room.release();
            }
        };
        var context = vertx.getOrCreateContext();
        var body = Buffer.buffer();
        var late = vertx.setTimer(config.timeout().toMillis(), now -> {
            leave.run();
            request.request().connection().close();
        });
        request.request().exceptionHandler(brokenOff -> {
            vertx.cancelTimer(late);
            leave.run();
        });
        request.request().handler(chunk -> {
            if (body.length() + chunk.length() <= config.maxBytes()) {
                body.appendBuffer(chunk);
            } else if (!request.response().ended()) {
                vertx.cancelTimer(late);
                leave.run();
                request.request().handler(more -> {});
                answer(
                        request,
                        ProblemException.of(
                                413,
                                "too-large",
                                "The body is too large",
                                "Send at most " + config.maxBytes() + " bytes."));
            }
        });
        request.request().endHandler(end -> {
            if (vertx.cancelTimer(late)) {
                var posted = new Posted(request.request().headers(), body.getBytes());
                Thread.ofVirtual().name("mail-hook").start(() -> take(context, request, hook, posted, leave));
            }
        });
        request.request().resume();
    }

    private void take(Context context, RoutingContext request, Hook hook, Posted posted, Runnable leave) {
        var answer = answerTo(request, hook, posted, leave);
        context.runOnContext(now -> answer.run());
    }

    private Runnable answerTo(RoutingContext request, Hook hook, Posted posted, Runnable leave) {
        try {
            mails.take(hook, posted);
            return () -> taken(request);
        } catch (ProblemException e) {
            return () -> answer(request, e);
        } finally {
            leave.run();
        }
    }

    private static void taken(RoutingContext request) {
        if (!request.response().closed()) {
            request.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .end("{}");
        }
    }

    static ProblemException unavailable() {
        return ProblemException.of(
                503, "unavailable", "The mail cannot be kept safely now", "Send the same request again later.");
    }

    private void answer(RoutingContext request, ProblemException problem) {
        var response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(problem.status()).putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        if (problem.status() == 503) {
            response.putHeader(HttpHeaders.RETRY_AFTER, "5");
        }
        // What is still on its way of the body is dropped as it comes.
        request.request().resume();
        response.end(written(problem));
    }

    private Buffer written(ProblemException problem) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(new Problem(
                    "urn:carryon:problem:" + problem.type(),
                    problem.title(),
                    problem.status(),
                    problem.getMessage(),
                    "urn:uuid:" + UUID.randomUUID(),
                    problem.errors() == null ? List.of() : problem.errors())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
