package io.carryon.profile.problem;

import jakarta.ws.rs.core.Response;

/** What a status that the framework answers with means, and what to do about it. */
final class HttpProblem {

    private HttpProblem() {}

    /** @param status from 400 to 499 */
    static Response of(int status) {
        return switch (status) {
            case 404 -> Answer.of(404, "not-found", "There is no such resource", "Check the path and the id in it.");
            case 405 ->
                Answer.of(
                        405,
                        "method-not-allowed",
                        "The method is not allowed here",
                        "See the API document for the methods of this path.");
            case 406 ->
                Answer.of(
                        406, "not-acceptable", "The answer is not available in that form", "Accept application/json.");
            case 413 ->
                Answer.of(413, "too-large", "The body is too large", "Send less, or send attachments on their own.");
            case 415 ->
                Answer.of(
                        415,
                        "unsupported-media-type",
                        "The body's media type is not understood",
                        "Send Content-Type: application/json.");
            default ->
                Answer.of(
                        status,
                        "http-" + status,
                        "The request was refused",
                        "See the API document for this operation.");
        };
    }
}
