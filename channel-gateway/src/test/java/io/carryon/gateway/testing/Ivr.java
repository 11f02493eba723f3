package io.carryon.gateway.testing;

import static io.restassured.RestAssured.given;

import io.carryon.gateway.phone.Call;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** An IVR that tells of its calls. */
public final class Ivr {

    /** A request for a person by a caller who is not announced, with a PIN in it. */
    public static final String ZERO = """
            {"trigger":"dtmf0","menuPath":["root","billing"],"collected":{"accountNumber":"20417","cardPin":"9999"},
             "from":" 49301234567","to":"+4930555010","queueHint":"billing","language":"de"}
            """;

    private Ivr() {}

    /** A call nobody has told of yet. */
    public static String call() {
        return "c-" + UUID.randomUUID();
    }

    public static UUID contactOf(String call) {
        return Call.contactIdOf("ivr-client", call);
    }

    public static Response announce(String call, String from) {
        return ivr().body("{\"from\":\"" + from
                        + "\",\"to\":\"+4930555010\",\"language\":\"de\",\"queueHint\":\"billing\"}")
                .put("/v1/ivr/calls/" + call);
    }

    public static Response zeroOut(String call, String body) {
        return ivr().body(body).post("/v1/ivr/calls/" + call + "/zero-out");
    }

    public static Response hangUp(String call, String body) {
        return ivr().body(body).post("/v1/ivr/calls/" + call + "/hangup");
    }

    /** Something happened in the call; the event is told without its braces. */
    public static Response tell(String call, String event) {
        return ivr().body("{" + event + "}").post("/v1/ivr/calls/" + call + "/events");
    }

    public static Response answer(String call, String body) {
        return ivr().body(body).post("/v1/ivr/calls/" + call + "/agent");
    }

    public static Response keyInTicket(String call, String digits) {
        return ivr().body("{\"digits\":\"" + digits + "\",\"language\":\"de\"}")
                .post("/v1/ivr/calls/" + call + "/ticket");
    }

    public static Response callBack(String call, String body) {
        return ivr().body(body).post("/v1/ivr/calls/" + call + "/callback");
    }

    /** The caller pressed a key at the recognition question. */
    public static Response press(String call, String digit) {
        return ivr().body("{\"digit\":\"" + digit + "\"}").post("/v1/ivr/calls/" + call + "/recognition");
    }

    public static RequestSpecification ivr() {
        return given().auth().oauth2(Tokens.of("ivr")).contentType("application/json");
    }
}
