package io.carryon.gateway.messenger.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.carryon.gateway.reply.NotDelivered;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Calls a provider's interface. Addresses hold secrets, so neither logs nor failures ever name one. */
public final class ProviderApi {

    private static final int ANSWER_LIMIT = 1024 * 1024;

    private final HttpClient http;
    private final Duration answerWithin;
    private final ObjectMapper json;

    public ProviderApi(Duration connectWithin, Duration answerWithin, ObjectMapper json) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectWithin)
                .build();
        this.answerWithin = answerWithin;
        this.json = json;
    }

    /**
     * Sends the request and reads the answer, whatever its status.
     *
     * @throws NotDelivered when the provider was not reached at all
     * @throws ProviderSilent when it may have taken the request
     */
    public ProviderAnswer send(HttpRequest.Builder request) throws ProviderSilent {
        try (var body = open(request)) {
            return new ProviderAnswer(body.status(), read(body.content().readNBytes(ANSWER_LIMIT)));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw new NotDelivered("The provider cannot be reached", e);
        } catch (IOException e) {
            throw new ProviderSilent(e);
        }
    }

    /** The same for what has no effect there: whatever goes wrong, it may be tried again. */
    public ProviderAnswer ask(HttpRequest.Builder request) {
        try {
            return send(request);
        } catch (ProviderSilent e) {
            throw new NotDelivered(e.getMessage(), e);
        }
    }

    /** An answer whose content is still to be read. */
    public record Opened(int status, String mediaType, long size, InputStream content) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            content.close();
        }
    }

    /** Opens the answer's content; the size is below 0 when the provider does not tell it. */
    public Opened open(HttpRequest.Builder request) throws IOException {
        try {
            var answer = http.send(request.timeout(answerWithin).build(), HttpResponse.BodyHandlers.ofInputStream());
            return new Opened(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse("application/octet-stream"),
                    answer.headers().firstValueAsLong("Content-Length").orElse(-1),
                    answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The gateway stops", e);
        }
    }

    private JsonNode read(byte[] body) {
        try {
            var read = json.readTree(body);
            return read == null ? MissingNode.getInstance() : read;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
