package io.carryon.gateway.phone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.Contact;
import io.carryon.gateway.contact.ContactIntake;
import io.carryon.gateway.contact.IntakeLog;
import io.carryon.gateway.contact.Original;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** Makes the contact of a call durable: from the request or, later, from the call's row, it is the same event. */
@ApplicationScoped
public class CallContacts {

    private static final String JSON = "application/json";

    private final Archive archive;
    private final ContactIntake intake;
    private final ObjectMapper json;
    private final PhoneConfig config;
    private final Clock clock;

    public CallContacts(Archive archive, ContactIntake intake, ObjectMapper json, PhoneConfig config, Clock clock) {
        this.archive = archive;
        this.intake = intake;
        this.json = json;
        this.config = config;
        this.clock = clock;
    }

    /** Returns, with its row for the intake log, once the broker has it; throws ContactNotAccepted otherwise. */
    public IntakeLog.Arrival publish(Call call) {
        var contact = contact(call);
        intake.publish(contact);
        return IntakeLog.Arrival.accepted(contact);
    }

    Contact contact(Call call) {
        return Contact.draft(Channel.PHONE, call.connection())
                .first(call.contactId())
                .at(call.triggeredAt(), clock.instant())
                .from(call.callerName(), CallerNumber.handle(call.customerNumber(), config.region(), call.contactId()))
                .subject(subject(call))
                .text(text(call))
                .language(call.language())
                .thread(Contact.Threading.ofTicketNumbers(ticketNumbers(call)))
                .phone(new Contact.PhoneCall(
                        call.callId(),
                        call.dialled(),
                        call.menuPath(),
                        call.collected(),
                        call.trigger(),
                        call.queueHint()))
                .original(original(call))
                .contact();
    }

    private static String subject(Call call) {
        return call.menuPath().isEmpty() ? "Phone call" : "Phone call: " + String.join(" > ", call.menuPath());
    }

    private static String text(Call call) {
        var said = new StringBuilder(
                Call.HANGUP.equals(call.trigger())
                        ? "The caller hung up before reaching a person."
                        : "The caller asked for a person (" + call.trigger() + ").");
        if (!call.menuPath().isEmpty()) {
            said.append("\nMenu: ").append(String.join(" > ", call.menuPath()));
        }
        call.collected()
                .forEach((name, value) ->
                        said.append("\n").append(name).append(": ").append(value));
        return said.toString();
    }

    // Only where the caller was asked for a ticket: an account number may have a right check digit by chance.
    private static List<String> ticketNumbers(Call call) {
        return call.collected().entrySet().stream()
                .filter(input -> input.getKey().toLowerCase(Locale.ROOT).contains("ticket"))
                .map(input -> input.getValue().replaceAll("[^0-9]", ""))
                .toList();
    }

    private Original original(Call call) {
        return archive.store(told(call), JSON);
    }

    /** Names what the archive keeps of a call once it is published, and perhaps before. */
    Original originalOf(Call call) {
        return Original.of(told(call), JSON);
    }

    // Masked before, so that the archive holds no secret either.
    private byte[] told(Call call) {
        try {
            var told = json.createObjectNode()
                    .put("client", call.client())
                    .put("callId", call.callId())
                    .put("from", call.caller())
                    .put("to", call.dialled())
                    .put("callerName", call.callerName())
                    .put("trigger", call.trigger())
                    .put("at", call.triggeredAt().toString())
                    .put("language", call.language())
                    .put("queueHint", call.queueHint());
            told.set("menuPath", json.valueToTree(call.menuPath()));
            told.set("collected", json.valueToTree(call.collected()));
            return json.writeValueAsBytes(told);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
