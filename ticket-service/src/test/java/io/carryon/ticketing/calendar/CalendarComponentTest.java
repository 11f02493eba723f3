package io.carryon.ticketing.calendar;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.carryon.ticketing.line.Line;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Admins give teams their hours, and all staff can look at them. */
@QuarkusTest
class CalendarComponentTest {

    private static final String OFFICE = """
            {"zone":"Europe/Berlin","week":{"MONDAY":[{"from":"09:00","to":"12:00"},{"from":"13:00","to":"%s"}]},
             "days":[{"date":"2026-12-25","name":"Christmas Day"},
                     {"date":"2026-12-24","hours":[{"from":"09:00","to":"12:00"}]}]}""";

    private final String path = "/v1/calendars/office-" + UUID.randomUUID();

    private ValidatableResponse put(String role, String ifMatch, String body) {
        var request = given().header("Authorization", Line.bearer("boss", role)).contentType("application/json");
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .body(body)
                .put(path)
                .then();
    }

    private ValidatableResponse get(String path) {
        return given().header("Authorization", Line.bearer("agent-1", "agent"))
                .get(path)
                .then();
    }

    @Test
    void aNewCalendarIsThereForAllStaffAndChangesOnlyUnderItsTag() {
        put("admin", null, OFFICE.formatted("17:00")).statusCode(200).header("ETag", "\"1\"");

        get(path)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("zone", equalTo("Europe/Berlin"))
                .body("week.MONDAY", hasSize(2))
                .body("week.MONDAY[1].to", equalTo("17:00"))
                .body("week.SUNDAY", nullValue())
                .body("days[0].hours", hasSize(0))
                .body("days[1].hours[0].from", equalTo("09:00"))
                .body("changedBy", equalTo("boss"));
        put("admin", null, OFFICE.formatted("18:00")).statusCode(428);
        put("admin", "\"2\"", OFFICE.formatted("18:00")).statusCode(412);
        put("admin", "\"1\"", OFFICE.formatted("18:00")).statusCode(200).header("ETag", "\"2\"");
        put("admin", "\"2\"", OFFICE.formatted("18:00")).statusCode(200).header("ETag", "\"2\"");
        get("/v1/calendars").body("items.name", hasItem("default"));
    }

    @Test
    void onlyAdminsChangeCalendarsAndWhatIsWrongIsNamed() {
        put("supervisor", null, OFFICE.formatted("17:00")).statusCode(403);
        put("admin", "\"1\"", OFFICE.formatted("17:00")).statusCode(412);
        put("admin", null, OFFICE.formatted("12:30")).statusCode(400).body("errors.pointer", hasItem("/week/MONDAY/1"));
        put("admin", null, OFFICE.formatted("17:00").replace("Europe/Berlin", "Mars/Olympus"))
                .statusCode(400)
                .body("errors.pointer", hasItem("/zone"));
        put("admin", null, OFFICE.formatted("17:00").replace("MONDAY", "MOONDAY"))
                .statusCode(400);
        put("admin", null, OFFICE.formatted("25:00")).statusCode(400);
        put("admin", null, "{\"zone\":\"UTC\",\"week\":{}}").statusCode(400).body("errors.pointer", hasItem("/week"));
        get(path).statusCode(404);
    }
}
