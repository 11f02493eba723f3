package io.carryon.profile.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/** One JSON object a line on the console, with the correlation id, where logs are read by machines. */
@ApplicationScoped
public class StructuredLogs {

    private final boolean enabled;
    private final ObjectMapper json;

    public StructuredLogs(@ConfigProperty(name = "carryon.logs.json") boolean enabled, ObjectMapper json) {
        this.enabled = enabled;
        this.json = json;
    }

    void install(@Observes StartupEvent started) {
        if (enabled) {
            for (var handler : InitialConfigurator.DELAYED_HANDLER.getHandlers()) {
                handler.setFormatter(new JsonLine(json));
            }
        }
    }

    private static final class JsonLine extends ExtFormatter {

        private final ObjectMapper json;

        JsonLine(ObjectMapper json) {
            this.json = json;
        }

        @Override
        public String format(ExtLogRecord logged) {
            var line = new LinkedHashMap<String, Object>();
            line.put("time", Instant.ofEpochMilli(logged.getMillis()).toString());
            line.put("level", logged.getLevel().getName());
            line.put("logger", logged.getLoggerName());
            line.put("thread", logged.getThreadName());
            line.put("message", logged.getFormattedMessage());
            line.putAll(logged.getMdcCopy());
            if (logged.getThrown() != null) {
                var trace = new StringWriter();
                logged.getThrown().printStackTrace(new PrintWriter(trace));
                line.put("exception", trace.toString());
            }
            try {
                return json.writeValueAsString(line) + "\n";
            } catch (JsonProcessingException e) {
                return logged.getFormattedMessage() + "\n";
            }
        }
    }
}
