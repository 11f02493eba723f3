package io.carryon.profile.recognition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.carryon.profile.documents.Documents;
import io.carryon.profile.history.ContactRecords;
import io.carryon.profile.line.Contacts;
import io.carryon.profile.line.Wiring;
import io.carryon.profile.recognition.answer.LinkedPublisher;
import io.carryon.profile.recognition.answer.UnheardLinks;
import io.carryon.profile.recognition.meaning.Meanings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.UUID;

/** The service's recognition over a database, without broker and REST: contacts come in, customers are asked for. */
public final class Desk {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private final Wiring wiring;

    public Desk(Documents documents) {
        wiring = new Wiring()
                .with(Documents.class, documents)
                .with(Clock.class, Clock.systemUTC())
                .with(MeterRegistry.class, new SimpleMeterRegistry())
                .with(ObjectMapper.class, JSON)
                .with(Meanings.class, new OneMeaning())
                .with(RecognizedPublisher.class, new UnheardPublisher())
                .with(LinkedPublisher.class, new UnheardLinks());
        wiring.get(RecognizeContact.class);
    }

    public <T> T get(Class<T> type) {
        return wiring.get(type);
    }

    /** Whose contact the call was taken for. */
    public UUID call(String name, String number) {
        return comesIn(named(Contacts.call(UUID.randomUUID(), number), name));
    }

    /** Whose contact the mail, whose sender's domain vouches for it, was taken for. */
    public UUID mail(String name, String address) {
        return comesIn(named(Contacts.mail(UUID.randomUUID(), address, "Router"), name));
    }

    /** Whose contact it was taken for. */
    public UUID comesIn(ObjectNode contact) {
        try {
            get(RecognizeContact.class).recognize(JSON.treeToValue(contact, ContactReceived.class), contact);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        var id = UUID.fromString(contact.path("contactId").asText());
        return get(ContactRecords.class).find(id).orElseThrow().customerId();
    }

    public static ObjectNode named(ObjectNode contact, String name) {
        ((ObjectNode) contact.get("sender")).put("name", name);
        return contact;
    }
}
