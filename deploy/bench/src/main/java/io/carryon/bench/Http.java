package io.carryon.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Requests by the JDK's oldest client: blocking, on connections that are kept, and at a third of the newer one's cost,
 * which counts where client and servers share two cores.
 */
final class Http {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int ANSWER_MILLIS = 15_000;

    static {
        System.setProperty("http.maxConnections", "128");
        // A request whose connection broke is the benchmark's to repeat, and to count.
        System.setProperty("sun.net.http.retryPost", "false");
    }

    /** @param body empty when the server sent none */
    record Answer(int status, String body) {}

    private Http() {}

    static Answer get(String url, String token) throws IOException {
        return answer(open(url, token));
    }

    static Answer post(String url, String token, Map<String, String> headers, byte[] json) throws IOException {
        return send("POST", url, token, headers, json);
    }

    static Answer put(String url, String token, byte[] json) throws IOException {
        return put(url, token, Map.of(), json);
    }

    static Answer put(String url, String token, Map<String, String> headers, byte[] json) throws IOException {
        return send("PUT", url, token, headers, json);
    }

    private static Answer send(String method, String url, String token, Map<String, String> headers, byte[] json)
            throws IOException {
        var request = open(url, token);
        request.setRequestMethod(method);
        headers.forEach(request::setRequestProperty);
        request.setRequestProperty("Content-Type", "application/json");
        request.setDoOutput(true);
        request.setFixedLengthStreamingMode(json.length);
        try (var out = request.getOutputStream()) {
            out.write(json);
        }
        return answer(request);
    }

    /** An answer that is read as it comes; the caller disconnects. */
    static HttpURLConnection stream(String url, String token, int silenceMillis) throws IOException {
        var request = open(url, token);
        request.setReadTimeout(silenceMillis);
        request.setRequestProperty("Accept", "text/event-stream");
        return request;
    }

    private static HttpURLConnection open(String url, String token) throws IOException {
        var request = (HttpURLConnection) URI.create(url).toURL().openConnection();
        request.setConnectTimeout(CONNECT_MILLIS);
        request.setReadTimeout(ANSWER_MILLIS);
        request.setRequestProperty("Authorization", "Bearer " + token);
        return request;
    }

    private static Answer answer(HttpURLConnection request) throws IOException {
        var status = request.getResponseCode();
        try (InputStream body = status < 400 ? request.getInputStream() : request.getErrorStream()) {
            return new Answer(status, body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
