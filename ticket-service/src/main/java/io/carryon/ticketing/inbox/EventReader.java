package io.carryon.ticketing.inbox;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.stream.Collectors;

/** Reads the data of events, leaving out the NUL characters that PostgreSQL's text cannot hold. */
@ApplicationScoped
public class EventReader {

    private final ObjectMapper json;

    public EventReader(ObjectMapper json) {
        this.json = json.copy().registerModule(new SimpleModule().addDeserializer(String.class, new WithoutNul()));
    }

    public <T> T read(ReceivedEvent event, Class<T> type) {
        try {
            var data = json.readValue(event.data(), type);
            if (data == null) {
                throw new UnreadableEventException("The event's data is null");
            }
            return data;
        } catch (IOException e) {
            throw new UnreadableEventException("The event's data is not a " + type.getSimpleName() + where(e));
        }
    }

    /** Where reading stopped. Jackson's own words quote the value, and the cause would carry them into logs. */
    private static String where(IOException failure) {
        if (!(failure instanceof JsonProcessingException unreadable)) {
            return "";
        }
        var path = unreadable instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step ->
                                step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                        .collect(Collectors.joining("/", " at /", ""))
                : "";
        var at = unreadable.getLocation();
        return path + (at == null ? "" : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr()));
    }

    private static final class WithoutNul extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1L;

        WithoutNul() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var text = StringDeserializer.instance.deserialize(parser, context);
            return text == null || text.indexOf('\0') < 0 ? text : text.replace("\0", "");
        }
    }
}
