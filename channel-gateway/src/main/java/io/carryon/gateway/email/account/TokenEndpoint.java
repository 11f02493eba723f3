package io.carryon.gateway.email.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where access tokens are asked for. What it says, but for the error's code, is told to nobody: it may be a secret. */
final class TokenEndpoint {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A token is a few thousand bytes; of what is longer the rest is not kept. */
    private static final int LONGEST_ANSWER = 262_144;

    private static final Pattern CODE = Pattern.compile("[a-z_]{1,64}");

    private final URI url;
    private final Duration timeout;
    private final HttpClient http;

    TokenEndpoint(URI url, Duration timeout) {
        this.url = url;
        this.timeout = timeout;
        this.http = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    /** An access token, and for how long it is good if that was told. */
    record Given(String accessToken, Optional<Duration> life, Optional<String> refreshToken) {}

    /** RFC 6749, 5.1 and 5.2. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Answer(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") Long expiresIn,
            @JsonProperty("refresh_token") String refreshToken,
            String error) {

        /** The error's code; what is none may be anything. */
        String code() {
            return error != null && CODE.matcher(error).matches() ? " " + error : "";
        }
    }

    /** Throws when it gives no token within the timeout, whatever the cause. */
    Given ask(Map<String, String> form) throws MessagingException {
        var response = answered(HttpRequest.newBuilder(url)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .build());
        var answer = read(response.body());
        if (response.statusCode() != 200 || answer.map(Answer::accessToken).isEmpty()) {
            throw new MessagingException("The token endpoint %s answered %d%s"
                    .formatted(
                            url.getHost(),
                            response.statusCode(),
                            answer.map(Answer::code).orElse(" with no JSON object")));
        }
        return new Given(
                answer.get().accessToken(),
                Optional.ofNullable(answer.get().expiresIn()).map(Duration::ofSeconds),
                Optional.ofNullable(answer.get().refreshToken()));
    }

    /** The timeout is for the whole answer: one that drips in would keep the account waiting for ever. */
    private HttpResponse<byte[]> answered(HttpRequest request) throws MessagingException {
        var answer = http.sendAsync(request, any -> bounded());
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MessagingException("The token endpoint " + url.getHost() + " was given up", e);
        } catch (TimeoutException e) {
            throw new MessagingException("The token endpoint " + url.getHost() + " does not answer", e);
        } catch (ExecutionException e) {
            throw new MessagingException(
                    "The token endpoint " + url.getHost() + " cannot be asked: " + e.getCause(), e);
        } finally {
            answer.cancel(true);
        }
    }

    private static BodySubscriber<byte[]> bounded() {
        var kept = new ByteArrayOutputStream();
        return BodySubscribers.mapping(
                BodySubscribers.ofByteArrayConsumer(part -> part.ifPresent(
                        bytes -> kept.write(bytes, 0, Math.min(bytes.length, LONGEST_ANSWER - kept.size())))),
                end -> kept.toByteArray());
    }

    /** Empty when it is no JSON object. */
    private static Optional<Answer> read(byte[] body) {
        try {
            return Optional.ofNullable(JSON.readValue(body, Answer.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
