package io.carryon.gateway.email.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The header fields of a message or part in their order, unfolded, each byte of a value still one char. */
public final class Headers {

    private static final int FIELDS_LIMIT = 2000;
    /** Bytes of one block of headers that are read; servers refuse to carry as many. */
    private static final int BLOCK_READ = 256 * 1024;

    private final List<Field> fields;

    private Headers(List<Field> fields) {
        this.fields = fields;
    }

    /** One field; {@code raw} holds its bytes as ISO 8859-1. */
    public record Field(String name, String raw) {}

    /** Reads the block of lines that precedes a body; lines that are no fields are passed over. */
    static Headers read(byte[] bytes, int from, int to) {
        var fields = new ArrayList<Field>();
        String name = null;
        var value = new StringBuilder();
        var block = new String(bytes, from, Math.min(to - from, BLOCK_READ), StandardCharsets.ISO_8859_1);
        for (var line : block.split("\r\n|\n|\r")) {
            if (name != null && !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t')) {
                value.append(' ').append(line.strip());
                continue;
            }
            var colon = line.indexOf(':');
            if (colon <= 0 || !isName(line, colon) || fields.size() >= FIELDS_LIMIT) {
                continue;
            }
            if (name != null) {
                fields.add(new Field(name, value.toString().strip()));
            }
            name = line.substring(0, colon).strip();
            value.setLength(0);
            value.append(line.substring(colon + 1).strip());
        }
        if (name != null) {
            fields.add(new Field(name, value.toString().strip()));
        }
        return new Headers(fields);
    }

    /** Whether the line can be a header field: a name without spaces or controls before its colon. */
    static boolean isField(String line) {
        var colon = line.indexOf(':');
        return colon > 0 && isName(line, colon);
    }

    private static boolean isName(String line, int colon) {
        var end = colon;
        while (end > 0 && (line.charAt(end - 1) == ' ' || line.charAt(end - 1) == '\t')) {
            end--;
        }
        for (var i = 0; i < end; i++) {
            if (line.charAt(i) <= ' ' || line.charAt(i) >= 127) {
                return false;
            }
        }
        return end > 0;
    }

    public List<Field> all() {
        return List.copyOf(fields);
    }

    /** The first field of this name, decoded for people. */
    public Optional<String> text(String name) {
        return raw(name).map(EncodedWords::decode);
    }

    /** The first field of this name as it was written, unfolded. */
    public Optional<String> raw(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::raw)
                .findFirst();
    }

    /** Every field of this name as it was written, unfolded. */
    public List<String> rawAll(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::raw)
                .toList();
    }

    public boolean has(String name) {
        return raw(name).isPresent();
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }
}
