package io.carryon.ticketing.webhooks;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Posts over HTTP to the very address that was looked at; redirects are not followed, and of an answer no more is read
 * than fits. Vert.x, because the JDK's client looks names up by itself a second time.
 */
@ApplicationScoped
class HttpReceiver implements Receiver {

    private static final int CONNECT_MILLIS = 5000;
    private static final int IDLE_SECONDS = 20;
    private static final int AT_ONCE = 16;

    /** Bytes of an answer: it says nothing that we would need. */
    private static final int LONGEST_ANSWER = 16 * 1024;

    private static final long LONGEST_RETRY_AFTER = Duration.ofHours(1).toSeconds();

    private final WebhookConfig config;
    private final Destination.Resolver names;
    private final HttpClient client;

    @Inject
    HttpReceiver(Vertx vertx, WebhookConfig config) {
        this(vertx, config, InetAddress::getAllByName);
    }

    HttpReceiver(Vertx vertx, WebhookConfig config, Destination.Resolver names) {
        this.config = config;
        this.names = names;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setIdleTimeout(IDLE_SECONDS)
                .setMaxPoolSize(AT_ONCE)
                .setVerifyHost(true));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    @Override
    public Answer post(URI url, Map<String, String> headers, byte[] body)
            throws DeliveryException, InterruptedException {
        var deadline = System.nanoTime() + config.timeout().toNanos();
        var address = lookUp(url);
        var left = Duration.ofNanos(
                Math.max(deadline - System.nanoTime(), Duration.ofMillis(1).toNanos()));
        var asked = new AtomicReference<HttpClientRequest>();
        var answer = client.request(options(url, address, left))
                .compose(request -> {
                    asked.set(request);
                    headers.forEach(request::putHeader);
                    return request.send(Buffer.buffer(body));
                })
                .compose(HttpReceiver::read);
        try {
            return answer.toCompletionStage().toCompletableFuture().get(left.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new DeliveryException(
                    "no whole answer in %d ms".formatted(config.timeout().toMillis()));
        } catch (ExecutionException e) {
            throw new DeliveryException(
                    "no answer: %s".formatted(e.getCause().getClass().getSimpleName()));
        } finally {
            // Of an answer that is read to its end nothing is left to be cut off.
            if (!answer.isComplete()) {
                Optional.ofNullable(asked.get()).ifPresent(HttpClientRequest::reset);
            }
        }
    }

    /** By a thread of its own: a name that nobody answers for is waited for no longer than for an answer. */
    private InetAddress lookUp(URI url) throws DeliveryException, InterruptedException {
        var lookup = new FutureTask<>(() -> Destination.resolve(url, config.privateNetworks(), names));
        Thread.ofVirtual().name("webhook-name").start(lookup);
        try {
            return lookup.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            lookup.cancel(true);
            throw new DeliveryException("the host's name was not found in %d ms"
                    .formatted(config.timeout().toMillis()));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DeliveryException known) {
                throw known;
            }
            throw new IllegalStateException("The host's name could not be looked up", e.getCause());
        }
    }

    private RequestOptions options(URI url, InetAddress address, Duration timeout) {
        var path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(Destination.port(url), address.getHostAddress()))
                .setHost(Destination.host(url))
                .setPort(Destination.port(url))
                .setSsl(Destination.isTls(url))
                .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
                .setFollowRedirects(false)
                .setTimeout(Math.max(timeout.toMillis(), 1));
    }

    /** Reads the answer to its end, so that the connection can be used again, or as far as is enough. */
    private static Future<Answer> read(HttpClientResponse response) {
        var answer = new Answer(response.statusCode(), retryAfter(response.getHeader("Retry-After")));
        var read = Promise.<Answer>promise();
        var length = new int[1];
        response.handler(part -> {
            length[0] += part.length();
            if (length[0] > LONGEST_ANSWER) {
                read.tryComplete(answer);
                response.request().reset();
            }
        });
        response.exceptionHandler(read::tryFail);
        response.endHandler(end -> read.tryComplete(answer));
        return read.future();
    }

    private static Optional<Duration> retryAfter(String header) {
        if (header == null || !header.matches("\\d{1,9}")) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofSeconds(Math.min(Long.parseLong(header), LONGEST_RETRY_AFTER)));
    }
}
