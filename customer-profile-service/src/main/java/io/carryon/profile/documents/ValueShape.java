package io.carryon.profile.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** How values of one type are stored and read back; times and ids are text, as they are in JSON. */
final class ValueShape {

    private static final Function<Object, Object> AS_IT_IS = Function.identity();

    /** What may be anything is stored as it is. */
    private static final ValueShape ANYTHING = new ValueShape(AS_IT_IS, AS_IT_IS);

    private final Function<Object, Object> writer;
    private final Function<Object, Object> reader;
    private final Object ofNothing;

    private ValueShape(Function<Object, Object> writer, Function<Object, Object> reader, Object ofNothing) {
        this.writer = writer;
        this.reader = reader;
        this.ofNothing = ofNothing;
    }

    private ValueShape(Function<Object, Object> writer, Function<Object, Object> reader) {
        this(writer, reader, null);
    }

    Object written(Object value) {
        return value == null ? null : writer.apply(value);
    }

    Object read(Object stored) {
        return stored == null ? ofNothing : reader.apply(stored);
    }

    static ValueShape of(Type type) {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            var elements = of(arguments[arguments.length - 1]);
            return generic.getRawType() == List.class ? list(elements) : map(elements);
        }
        return of((Class<?>) type);
    }

    /** Whether fields without a value are not stored, as they are not written into JSON. */
    static boolean leavesOutNulls(Class<?> type) {
        var include = type.getAnnotation(JsonInclude.class);
        return include != null && include.value() == JsonInclude.Include.NON_NULL;
    }

    private static ValueShape of(Class<?> type) {
        if (type == UUID.class) {
            return new ValueShape(Object::toString, stored -> UUID.fromString((String) stored));
        } else if (type == Instant.class) {
            return new ValueShape(Object::toString, stored -> StoredTime.read((String) stored));
        } else if (type == int.class || type == Integer.class) {
            return new ValueShape(AS_IT_IS, stored -> ((Number) stored).intValue(), type == int.class ? 0 : null);
        } else if (type == long.class || type == Long.class) {
            return new ValueShape(AS_IT_IS, stored -> ((Number) stored).longValue(), type == long.class ? 0L : null);
        } else if (type == Double.class) {
            return new ValueShape(AS_IT_IS, stored -> ((Number) stored).doubleValue());
        } else if (type == boolean.class || type == Boolean.class) {
            return new ValueShape(AS_IT_IS, Boolean.class::cast, type == boolean.class ? false : null);
        } else if (type.isEnum()) {
            return words(type.getEnumConstants());
        } else if (type.isRecord()) {
            // Looked up when it is needed: a record may hold others of its own kind.
            return new ValueShape(
                    value -> RecordShape.of(type).written(value),
                    stored -> RecordShape.of(type).read((Map<?, ?>) stored));
        } else if (type == String.class) {
            return new ValueShape(AS_IT_IS, String.class::cast);
        } else if (type == Object.class) {
            return ANYTHING;
        }
        throw new IllegalArgumentException(type + " is not stored");
    }

    private static ValueShape list(ValueShape elements) {
        return new ValueShape(
                value -> each((List<?>) value, elements::written), stored -> each((List<?>) stored, elements::read));
    }

    private static List<Object> each(Collection<?> values, Function<Object, Object> change) {
        var changed = new ArrayList<>(values.size());
        values.forEach(value -> changed.add(change.apply(value)));
        return changed;
    }

    private static ValueShape map(ValueShape values) {
        if (values == ANYTHING) {
            return ANYTHING;
        }
        return new ValueShape(
                value -> each((Map<?, ?>) value, values::written), stored -> each((Map<?, ?>) stored, values::read));
    }

    private static Map<String, Object> each(Map<?, ?> values, Function<Object, Object> change) {
        var changed = new LinkedHashMap<String, Object>();
        values.forEach((key, value) -> changed.put((String) key, change.apply(value)));
        return changed;
    }

    private static ValueShape words(Object[] constants) {
        var words = new HashMap<Object, Object>();
        var read = new HashMap<Object, Object>();
        for (var constant : constants) {
            var word = word((Enum<?>) constant);
            words.put(constant, word);
            read.put(word, constant);
        }
        return new ValueShape(words::get, stored -> {
            if (!read.containsKey(stored)) {
                throw new IllegalArgumentException("an unknown word is stored");
            }
            return read.get(stored);
        });
    }

    private static String word(Enum<?> constant) {
        try {
            var named = constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
            return named == null ? constant.name() : named.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("every constant is a field", e);
        }
    }
}
