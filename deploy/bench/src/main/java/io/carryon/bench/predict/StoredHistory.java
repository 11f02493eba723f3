package io.carryon.bench.predict;

import io.carryon.profile.documents.Shapes;
import io.carryon.profile.recognition.linking.Comparison;
import io.carryon.profile.recognition.linking.KnownContact;
import io.carryon.profile.recognition.linking.KnownIssue;
import io.carryon.profile.recognition.meaning.SentenceModel;
import io.carryon.profile.recognition.meaning.SentenceVector;
import io.carryon.profile.recognition.memory.Memory;
import io.carryon.profile.recognition.memory.RememberedContact;
import io.carryon.profile.recognition.reading.ContactReader;
import io.carryon.profile.recognition.reading.Reading;
import io.carryon.profile.recognition.training.Comparisons;
import io.carryon.profile.recognition.training.Decision;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/**
 * A decision whose history is kept as the service keeps it, packed as the document server sends it.
 *
 * @param memory BSON
 */
record StoredHistory(Decision decision, byte[] memory) {

    private static final Shapes SHAPES = new Shapes();
    private static final DocumentCodec CODEC = new DocumentCodec();

    static StoredHistory of(Decision decision, ContactReader reader, SentenceModel model) {
        var remembered = decision.history().stream()
                .map(said -> {
                    var reading = reader.read(said.text(), "und".equals(said.lang()) ? null : said.lang());
                    return RememberedContact.of(
                            Comparisons.id(said.id()),
                            Comparisons.id(said.ticket()),
                            said.at(),
                            said.channel(),
                            reading,
                            model.vector(reading.meaning()).encoded(),
                            null);
                })
                .toList();
        var packed = new BasicOutputBuffer();
        CODEC.encode(
                new BsonBinaryWriter(packed),
                new Document(SHAPES.fields(new Memory(remembered, Map.of(), Map.of()))),
                EncoderContext.builder().build());
        return new StoredHistory(decision, packed.toByteArray());
    }

    /** What is known of the customer's issues, unpacked. */
    List<KnownIssue> issues() {
        var document = CODEC.decode(
                new BsonBinaryReader(ByteBuffer.wrap(memory)),
                DecoderContext.builder().build());
        var said = new LinkedHashMap<UUID, List<KnownContact>>();
        SHAPES.read(document, Memory.class)
                .contacts()
                .forEach(contact -> said.computeIfAbsent(contact.issueId(), id -> new ArrayList<>())
                        .add(known(contact)));
        return decision.tickets().stream()
                .filter(ticket -> said.containsKey(Comparisons.id(ticket.id())))
                .map(ticket -> new KnownIssue(
                        Comparisons.id(ticket.id()), ticket.resolvedAt(), said.get(Comparisons.id(ticket.id()))))
                .toList();
    }

    private static KnownContact known(RememberedContact contact) {
        var vector = new Supplier<SentenceVector>() {
            private SentenceVector decoded;

            @Override
            public SentenceVector get() {
                decoded = decoded == null ? SentenceVector.decoded(contact.vector()) : decoded;
                return decoded;
            }
        };
        return new KnownContact(contact.contactId(), contact.at(), contact.channel(), contact.reading(), vector);
    }

    Comparison comparison(
            Reading reading, List<KnownIssue> issues, Supplier<SentenceVector> meaning, Comparison.Terms terms) {
        var contact = decision.contact();
        var account = decision.customer() == null ? null : decision.customer().accountNumber();
        return new Comparison(
                new KnownContact(Comparisons.id("contact"), contact.at(), contact.channel(), reading, once(meaning)),
                decision.history().stream()
                        .filter(said -> said.id().equals(contact.replyTo()))
                        .map(said -> Comparisons.id(said.ticket()))
                        .findFirst()
                        .orElse(null),
                issues,
                account == null ? Set.of() : Set.of(account),
                Set.of(),
                terms);
    }

    private static Supplier<SentenceVector> once(Supplier<SentenceVector> meaning) {
        return new Supplier<>() {
            private SentenceVector vector;

            @Override
            public SentenceVector get() {
                vector = vector == null ? meaning.get() : vector;
                return vector;
            }
        };
    }
}
