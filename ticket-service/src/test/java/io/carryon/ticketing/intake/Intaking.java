package io.carryon.ticketing.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.inbox.EventDoor.Arrived;
import java.util.List;

/** Takes recognized contacts at once, without the way over the broker. */
public record Intaking(TicketIntake intake, ObjectMapper json) {

    /** The contact's ticket stands when this returns. */
    public void take(ObjectNode contact) {
        try {
            var event = json.treeToValue(contact, RecognizedContact.class);
            intake.take(List.of(new Arrived<>(contact.at("/contact/entryId").textValue(), "path", event)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
