package io.carryon.gateway.phone.cti;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.carryon.gateway.phone.Call;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;

/** A telephone system that pushes its calls; the tokens are those of the tests' application.properties. */
final class Pbx {

    static final String TOKEN = "office-token-0123456789";
    static final String SIPGATE_TOKEN = "sipgate-token-0123456789";
    static final String PLACETEL_TOKEN = "placetel-token-0123456789";

    private Pbx() {}

    static String call() {
        return UUID.randomUUID().toString();
    }

    static UUID contactOf(String call) {
        return Call.contactIdOf("cti:office", call);
    }

    /** A push as a form, exactly as it is written: nothing is escaped. */
    static Response push(String form) {
        return given().contentType("application/x-www-form-urlencoded")
                .body(form)
                .post("/v1/cti/" + TOKEN);
    }

    /** The same, repeated as long as it is to be repeated: a busy machine does not always store in time. */
    static Response taken(String form) {
        return untilTaken(() -> push(form));
    }

    static Response untilTaken(Callable<Response> push) {
        return await().atMost(Duration.ofSeconds(20)).until(push, answer -> answer.statusCode() != 503);
    }

    static String newCall(String call, String from) {
        return "event=newCall&direction=in&to=4930555010&user[]=Alice&user[]=Bob&callId=" + call + "&from=" + from;
    }

    static String answer(String call, String from) {
        return "event=answer&direction=in&to=4930555010&user=Alice&answeringNumber=201&callId=" + call + "&from="
                + from;
    }

    static String hangup(String call, String from) {
        return "event=hangup&direction=in&to=4930555010&cause=normalClearing&callId=" + call + "&from=" + from;
    }
}
