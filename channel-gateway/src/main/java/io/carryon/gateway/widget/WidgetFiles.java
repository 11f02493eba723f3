package io.carryon.gateway.widget;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.door.Fingerprint;
import io.carryon.gateway.site.Sites;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The widget's files as they are served, under the name of their common version. */
@Startup
@ApplicationScoped
class WidgetFiles {

    /** The one a site's page names. */
    static final String LOADER = "widget.js";

    private static final List<String> SCRIPTS = List.of(
            LOADER,
            "app.js",
            "article.js",
            "callback.js",
            "chat.js",
            "connection.js",
            "dom.js",
            "door.js",
            "help.js",
            "host.js",
            "memory.js",
            "messages.js",
            "proof.js",
            "start.js",
            "talk.js",
            "transcript.js",
            "visit.js",
            "words.js");

    private static final String STYLE = "frame.css";

    /** What the site's own page needs to say before the widget is opened. */
    private static final List<String> SAID_BY_LOADER = List.of("launcher.open", "launcher.close", "launcher.unread");

    private static final String LOADER_WORDS = "/*WORDS*/ {}";

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final String version;

    WidgetFiles(ObjectMapper json) throws IOException {
        var words = new LinkedHashMap<String, Map<String, String>>();
        for (var language : Sites.LANGUAGES) {
            var bytes = resource("languages/" + language + ".json");
            Map<String, String> texts = json.readValue(bytes, new TypeReference<>() {});
            var said = new LinkedHashMap<String, String>();
            SAID_BY_LOADER.forEach(key -> said.put(key.substring("launcher.".length()), texts.get(key)));
            words.put(language, said);
            files.put(language + ".json", json.writeValueAsBytes(texts));
        }
        for (var name : SCRIPTS) {
            files.put(name, resource(name));
        }
        files.put(STYLE, resource(STYLE));
        files.computeIfPresent(
                LOADER,
                (name, script) -> new String(script, StandardCharsets.UTF_8)
                        .replace(LOADER_WORDS, write(json, words))
                        .getBytes(StandardCharsets.UTF_8));
        var all = new ByteArrayOutputStream();
        files.values().forEach(all::writeBytes);
        this.version = Fingerprint.of(all.toByteArray()).substring(0, 16);
    }

    /** Another one whenever any file is another. */
    String version() {
        return version;
    }

    Optional<byte[]> named(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** What the page loads at once, so that it does not find its modules one after the other. */
    List<String> modules() {
        return SCRIPTS.stream().filter(name -> !name.equals(LOADER)).toList();
    }

    static byte[] resource(String name) {
        try (var file = WidgetFiles.class.getResourceAsStream("/widget/" + name)) {
            if (file == null) {
                throw new IllegalStateException("The widget's file " + name + " is missing");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String write(ObjectMapper json, Object words) {
        try {
            return json.writeValueAsString(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
