package io.carryon.profile.recognition.answer;

import static io.carryon.profile.line.Contacts.call;
import static io.carryon.profile.line.Contacts.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TranscriptComponentTest extends AnswersOnTheLine {

    private final String digits = Integer.toString(1_000_000 + Math.floorMod(second.hashCode(), 8_000_000));

    @Test
    void aCallMovesToTheOrderThatItsTranscriptNamesAndBackWhenStaffUndoIt() {
        var order =
                issue(call(first, "+4930" + digits).put("text", "The blender of order number 9" + digits + " broke"));
        var zero = call(second, "+4930" + digits);
        zero.putObject("phone").put("trigger", "dtmf0").put("transcript", false).putArray("menuPath");
        var own = issue(zero);
        assertThat(own).isNotEqualTo(order);
        var transcript = entry(zero, UUID.randomUUID(), 1).put("text", "It is about order 9" + digits + " once more");
        ((ObjectNode) transcript.get("phone")).put("transcript", true);

        var heard = recognize(transcript);

        assertThat(heard.at("/issue/id").asText()).isEqualTo(order);
        assertThat(heard.at("/issue/decision").asText()).isEqualTo("LINK");
        assertThat(heard.at("/issue/evidence/0/kind").asText()).isEqualTo("further-words");
        var moved = linked(second, "LINKED");
        assertThat(moved.get("fromIssueId").asText()).isEqualTo(own);
        assertThat(moved.get("toIssueId").asText()).isEqualTo(order);
        assertThat(moved.at("/by/kind").asText()).isEqualTo("recognition");
        get("/v1/contacts/" + second).body("link.state", equalTo("LINKED")).body("link.by", equalTo("recognition"));

        var undone = post(second, "/undo", "agent", "").statusCode(200);
        undone.body("issueId", equalTo(own)).body("by", equalTo("staff"));
    }
}
