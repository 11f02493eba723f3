package io.carryon.ticketing.assignment;

import static io.carryon.ticketing.line.Desk.admin;
import static io.carryon.ticketing.line.Desk.agent;

import io.carryon.ticketing.storage.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import javax.sql.DataSource;

/** Who is there and how tickets find them, as the tests of assignment come and go. */
record WorkFloor(DataSource database) {

    static final String TECHNICAL = "/v1/queues/technical/routing";

    /** Nobody is available, and no ticket waits. */
    void empty() {
        sql("delete from ticketing.waiting_ticket");
        everybodyLeaves();
    }

    /** As others expect to find it. */
    void leave() {
        set(TECHNICAL, "{\"mode\":\"pull\",\"skills\":[]}").statusCode(200);
        everybodyLeaves();
    }

    private void everybodyLeaves() {
        sql("update ticketing.agent set status = 'away'");
    }

    void sql(String statement) {
        QuarkusTransaction.requiringNew().run(() -> new Sql(database).update(statement));
    }

    static ValidatableResponse set(String path, String body) {
        return admin().header("If-Match", admin().get(path).header("ETag"))
                .body(body)
                .put(path)
                .then();
    }

    static void own(String ticket, String owner) {
        agent().header("If-Match", "*")
                .body("{\"owner\":\"%s\"}".formatted(owner))
                .put("/v1/tickets/" + ticket + "/owner")
                .then()
                .statusCode(200);
    }
}
