package io.carryon.gateway.phone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.Contact;
import io.carryon.gateway.contact.ContactDraft;
import io.carryon.gateway.contact.ContactIntake;
import io.carryon.gateway.contact.IntakeLog;
import io.carryon.gateway.contact.Original;
import io.quarkus.arc.All;
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
    private final List<NumberPlan> plans;
    private final Clock clock;

    public CallContacts(
            Archive archive,
            ContactIntake intake,
            ObjectMapper json,
            PhoneConfig config,
            @All List<NumberPlan> plans,
            Clock clock) {
        this.archive = archive;
        this.intake = intake;
        this.json = json;
        this.config = config;
        this.plans = plans;
        this.clock = clock;
    }

    /** Returns, with its row for the intake log, once the broker has it; throws ContactNotAccepted otherwise. */
    public IntakeLog.Arrival publish(Call call) {
        var contact = contact(call);
        intake.publish(contact);
        return IntakeLog.Arrival.accepted(contact);
    }

    /** The same for a later entry of a call that is a contact. */
    public IntakeLog.Arrival publish(Call call, CallEntry entry) {
        var contact = contact(call, entry);
        intake.publish(contact);
        return IntakeLog.Arrival.accepted(contact);
    }

    Contact contact(Call call) {
        return draft(call)
                .first(call.contactId())
                .at(call.triggeredAt(), clock.instant())
                .text(CallWords.of(call))
                .language(call.language())
                .thread(Contact.Threading.ofTicketNumbers(ticketNumbers(call)))
                .phone(phone(call))
                .original(archive.store(told(call), JSON))
                .contact();
    }

    private Contact contact(Call call, CallEntry entry) {
        var phone = entry.recording() == null ? phone(call) : phone(call).recorded(entry.recording());
        return draft(call)
                .entry(call.contactId(), entry.entryId(), entry.sequence())
                .at(entry.at(), clock.instant())
                .text(entry.text())
                .language(entry.language() == null ? call.language() : entry.language())
                .phone(entry.kind() == CallEntry.Kind.TRANSCRIPT ? phone.transcribed() : phone)
                .original(archive.store(told(entry), JSON))
                .contact();
    }

    private ContactDraft draft(Call call) {
        return Contact.draft(Channel.PHONE, call.connection())
                .from(
                        call.callerName(),
                        CallerNumber.handle(
                                call.customerNumber(),
                                writing(call),
                                call.contactId(),
                                call.identity().stirPassed() && !call.isOutbound()))
                .subject(subject(call));
    }

    private NumberPlan.Writing writing(Call call) {
        return plans.stream()
                .flatMap(plan -> plan.of(call.client()).stream())
                .findFirst()
                .orElseGet(() -> new NumberPlan.Writing(config.region(), false));
    }

    private static Contact.PhoneCall phone(Call call) {
        return new Contact.PhoneCall(
                call.callId(), call.dialled(), call.menuPath(), call.collected(), call.trigger(), call.queueHint());
    }

    private static String subject(Call call) {
        return call.menuPath().isEmpty() ? "Phone call" : "Phone call: " + String.join(" > ", call.menuPath());
    }

    // Only where the caller was asked for a ticket: an account number may have a right check digit by chance.
    private static List<String> ticketNumbers(Call call) {
        return call.collected().entrySet().stream()
                .filter(input -> input.getKey().toLowerCase(Locale.ROOT).contains("ticket"))
                .map(input -> input.getValue().replaceAll("[^0-9]", ""))
                .toList();
    }

    /** Names what the archive keeps of a call once it is published, and perhaps before. */
    Original originalOf(Call call) {
        return Original.of(told(call), JSON);
    }

    /** The same for a later entry. */
    public Original originalOf(CallEntry entry) {
        return Original.of(told(entry), JSON);
    }

    private byte[] told(CallEntry entry) {
        return written(json.createObjectNode()
                .put("contactId", entry.contactId().toString())
                .put("sequence", entry.sequence())
                .put("kind", entry.kind().name())
                .put("at", entry.at().toString())
                .put("text", entry.text())
                .put("language", entry.language())
                .set("recording", json.valueToTree(entry.recording())));
    }

    // Masked before, so that the archive holds no secret either.
    private byte[] told(Call call) {
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
        if (call.said() != null) {
            told.put("said", call.said());
        }
        return written(told);
    }

    private byte[] written(JsonNode told) {
        try {
            return json.writeValueAsBytes(told);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
