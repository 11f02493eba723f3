package io.carryon.profile.documents;

import java.util.List;
import java.util.Map;
import org.bson.BsonWriter;
import org.bson.codecs.Encoder;
import org.bson.codecs.EncoderContext;

/** Writes what a change does, straight away; the driver's own codecs are looked up anew for every value. */
final class ChangeEncoder implements Encoder<Change> {

    @Override
    public void encode(BsonWriter writer, Change change, EncoderContext context) {
        writeMap(writer, change.operators());
    }

    @Override
    public Class<Change> getEncoderClass() {
        return Change.class;
    }

    private static void writeMap(BsonWriter writer, Map<?, ?> fields) {
        writer.writeStartDocument();
        fields.forEach((name, value) -> {
            writer.writeName((String) name);
            writeValue(writer, value);
        });
        writer.writeEndDocument();
    }

    private static void writeValue(BsonWriter writer, Object value) {
        switch (value) {
            case null -> writer.writeNull();
            case String text -> writer.writeString(text);
            case Integer number -> writer.writeInt32(number);
            case Long number -> writer.writeInt64(number);
            case Double number -> writer.writeDouble(number);
            case Boolean yesOrNo -> writer.writeBoolean(yesOrNo);
            case Map<?, ?> fields -> writeMap(writer, fields);
            case List<?> elements -> {
                writer.writeStartArray();
                elements.forEach(element -> writeValue(writer, element));
                writer.writeEndArray();
            }
            default -> throw new IllegalArgumentException("a " + value.getClass() + " is not stored");
        }
    }
}
