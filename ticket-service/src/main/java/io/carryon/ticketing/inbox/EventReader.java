package io.carryon.ticketing.inbox;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

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
            throw new UnreadableEventException("The event's data is not a " + type.getSimpleName(), e);
        }
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
