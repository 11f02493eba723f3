package io.carryon.gateway.admission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.problem.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.jboss.logging.Logger;

/**
 * Stands before everything else, tokens and bodies included: lets in what can be carried and refuses the rest at once,
 * with an answer that is ready. Health, metrics and the chat's sockets pass.
 */
@ApplicationScoped
public class AdmissionFilter {

    private static final Logger LOG = Logger.getLogger(AdmissionFilter.class);
    private static final int BEFORE_AUTHENTICATION = -1_000;
    private static final int A_SECOND = 1_000;

    /** Where calls come in: somebody holds the line. */
    private static final List<String> PHONE = List.of("/v1/ivr/", "/v1/voice/", "/v1/cti/");

    private final Vertx vertx;
    private final AdmissionConfig config;
    private final Room room;
    private final Room phone;
    private final List<LargeBody> largeBodies;
    private final List<RefusalPage> pages;
    private final Buffer tooMuch;
    private final ObjectMapper json;
    private final Counter refusals;
    private final LongAdder unlogged = new LongAdder();

    public AdmissionFilter(
            Vertx vertx,
            AdmissionConfig config,
            @All List<LargeBody> largeBodies,
            @All List<RefusalPage> pages,
            MeterRegistry metrics,
            ObjectMapper json) {
        this.vertx = vertx;
        this.config = config;
        this.room = new Room(config.atWork(), config.waiting());
        this.phone = new Room(config.phoneAtWork(), config.waiting());
        this.largeBodies = largeBodies;
        this.pages = pages;
        this.refusals = metrics.counter("carryon.requests.refused");
        this.tooMuch = written(
                json, 503, "overloaded", "There is too much at work", "Send the same request again after Retry-After.");
        this.json = json;
    }

    void install(@Observes Router router) {
        router.route().order(BEFORE_AUTHENTICATION).handler(this::arrived);
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1).handler(this::limitUntoldBody);
        vertx.setPeriodic(A_SECOND, timer -> report());
    }

    private void arrived(RoutingContext request) {
        var path = request.normalizedPath();
        if (path.startsWith("/q/") || request.request().headers().contains(HttpHeaders.UPGRADE)) {
            request.next();
        } else if (bodyLength(request) > mostBytes(path)) {
            refuse(request, 413, tooLarge(mostBytes(path)));
        } else {
            enter(request, PHONE.stream().anyMatch(path::startsWith) ? phone : room);
        }
    }

    /** A body that does not say how long it is may be as long as the largest door allows, unless it is told here. */
    private void limitUntoldBody(RoutingContext request) {
        request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, mostBytes(request.normalizedPath()));
        request.next();
    }

    private long mostBytes(String path) {
        return largeBodies.stream()
                .filter(door -> door.isAt(path))
                .mapToLong(LargeBody::mostBytes)
                .findFirst()
                .orElse(config.body().asLongValue());
    }

    private Buffer tooLarge(long mostBytes) {
        return written(json, 413, "too-large", "The body is too large", "Send at most %d bytes.".formatted(mostBytes));
    }

    private void enter(RoutingContext request, Room room) {
        var context = vertx.getOrCreateContext();
        Runnable admitted = () -> context.runOnContext(now -> {
            if (request.response().closed()) {
                room.leave();
            } else {
                leaveAtTheEnd(request, room);
                request.next();
            }
        });
        // Quarkus pauses each request before any route. Resumed here, its body would come before the endpoint reads it,
        // and be dropped.
        switch (room.enter(admitted)) {
            case ADMITTED -> {
                leaveAtTheEnd(request, room);
                request.next();
            }
            case WAITING ->
                vertx.setTimer(config.patience().toMillis(), late -> {
                    if (room.giveUp(admitted)) {
                        context.runOnContext(now -> refuse(request, 503, tooMuch));
                    }
                });
            case REFUSED -> refuse(request, 503, tooMuch);
        }
    }

    /**
     * Gives the place back once: when the answer is written, or when the connection ends before. The end handler alone is
     * not enough, for Quarkus takes it away from a body that turns out to be too large.
     */
    private static void leaveAtTheEnd(RoutingContext request, Room room) {
        var hasLeft = new AtomicBoolean();
        Runnable leave = () -> {
            if (hasLeft.compareAndSet(false, true)) {
                room.leave();
            }
        };
        request.addBodyEndHandler(written -> leave.run());
        request.addEndHandler(ended -> leave.run());
    }

    private void refuse(RoutingContext request, int status, Buffer problem) {
        var response = request.response().setStatusCode(status);
        if (status == 503) {
            response.putHeader(
                    HttpHeaders.RETRY_AFTER, String.valueOf(config.retryAfter().toSeconds()));
            refusals.increment();
            unlogged.increment();
        }
        // What is still on its way of the body is dropped as it comes.
        request.request().resume();
        if (!response.closed()) {
            pages.stream()
                    .filter(page -> page.isAt(request.normalizedPath()))
                    .findFirst()
                    .ifPresentOrElse(
                            page -> page.tell(request.request(), status),
                            () -> response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                                    .end(problem));
        }
    }

    private void report() {
        var count = unlogged.sumThenReset();
        if (count > 0) {
            LOG.warnf("Refused %d requests: there is more than can be carried", count);
        }
    }

    private static long bodyLength(RoutingContext request) {
        var length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static Buffer written(ObjectMapper json, int status, String type, String title, String detail) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(
                    new Problem("urn:carryon:problem:" + type, title, status, detail, null, List.of())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
