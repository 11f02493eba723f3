package io.carryon.ticketing.search;

import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.mailAbout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TicketExportComponentTest {

    private final UUID customer = UUID.randomUUID();

    @Test
    void allTicketsOfAListAreWrittenAsSpreadsheetsReadThem() {
        opened("Plain");
        opened("=HYPERLINK(\"http://x\",\"y\")");
        opened("Commas, and \"quotes\"");

        var lines = agent().queryParam("sort", "opened")
                .queryParam("customerId", customer)
                .get("/v1/tickets/export")
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .header("Content-Disposition", equalTo("attachment; filename=\"tickets.csv\""))
                .extract()
                .asString()
                .split("\r\n", -1);

        assertThat(lines).hasSize(5);
        assertThat(lines[0]).startsWith("number,subject,status,queue,owner");
        assertThat(lines[1]).contains(",\"Commas, and \"\"quotes\"\"\",NEW,support,,NORMAL,EMAIL,Maria Weber,");
        assertThat(lines[2]).contains(",\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",NEW,");
        assertThat(lines[3]).contains(",Plain,NEW,");
        assertThat(lines[4]).isEmpty();
    }

    @Test
    void anExportIsNarrowedLikeAList() {
        opened("An okapi");
        opened("A wombat");

        var csv = agent().queryParam("q", "okapi customer:" + customer)
                .get("/v1/tickets/export")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(csv).contains("An okapi").doesNotContain("A wombat");
        for (var i = 0; i < 5; i++) {
            agent().queryParam("q", "???").get("/v1/tickets/export").then().statusCode(400);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plain | plain
            -1 | "'-1"
            +49 30 | "'+49 30"
            @SUM(A1) | "'@SUM(A1)"
            a=b | a=b
            """, quoteCharacter = '\0')
    void whatBeginsLikeAFormulaIsText(String value, String cell) {
        assertThat(CsvRow.cell(value)).isEqualTo(cell);
    }

    private void opened(String subject) {
        var mail = mailAbout(customer, UUID.randomUUID());
        ((ObjectNode) mail.get("contact")).put("subject", subject);
        ticketOf(mail);
    }
}
