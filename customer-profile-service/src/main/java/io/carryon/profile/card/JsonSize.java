package io.carryon.profile.card;

import java.util.List;
import java.util.Map;

/** How many bytes stored fields have as JSON, in UTF-8; never fewer than they really have. */
final class JsonSize {

    private static final int QUOTES_AND_COMMA = 3;
    private static final int LONGEST_NUMBER = 21;
    private static final int ESCAPED = 6;

    private JsonSize() {}

    static int of(Object value) {
        return switch (value) {
            case Map<?, ?> fields -> {
                var size = QUOTES_AND_COMMA;
                for (var field : fields.entrySet()) {
                    size += of(field.getKey()) + of(field.getValue());
                }
                yield size;
            }
            case List<?> elements -> {
                var size = QUOTES_AND_COMMA;
                for (var element : elements) {
                    size += of(element);
                }
                yield size;
            }
            case String text -> {
                var size = QUOTES_AND_COMMA;
                for (int i = 0; i < text.length(); i++) {
                    size += bytes(text.charAt(i));
                }
                yield size;
            }
            case null, default -> LONGEST_NUMBER;
        };
    }

    /** A half of a character beyond the first 65,536 is at most half of its four bytes. */
    private static int bytes(int unit) {
        if (unit < ' ') {
            return ESCAPED;
        } else if (unit == '"' || unit == '\\') {
            return 2;
        }
        return unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
    }
}
