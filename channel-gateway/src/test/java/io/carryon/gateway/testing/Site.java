package io.carryon.gateway.testing;

import io.carryon.gateway.contact.ContactId;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.UUID;

/** A site that offers the chat. */
public final class Site {

    public static final String SESSION = """
            {"visitor":{"name":"Marta","email":"marta@example.com","verified":true},
             "pageUrl":"https://www.example.com/","language":"pl"}
            """;

    private Site() {}

    public static JsonPath opened() {
        return open(Portal.key(), SESSION).then().statusCode(201).extract().jsonPath();
    }

    public static Response open(String key, String body) {
        return Portal.write("/v1/chat/sessions", key, body);
    }

    public static UUID contactOf(JsonPath session) {
        return ContactId.derive("chat", session.getString("sessionId"));
    }
}
