package io.carryon.profile.documents;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The stored form of one record class, which is that of its JSON: what has a name there has it here. Worked out once a
 * class; Jackson would write each document into a buffer of tokens and read it from there.
 */
final class RecordShape {

    private static final ClassValue<RecordShape> ALL = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new RecordShape(type);
        }
    };

    private record Component(String name, Method accessor, ValueShape shape) {}

    private final Component[] components;
    private final Constructor<?> constructor;
    private final boolean leavesOutNulls;

    private RecordShape(Class<?> type) {
        try {
            this.components = Arrays.stream(type.getRecordComponents())
                    .map(RecordShape::component)
                    .toArray(Component[]::new);
            this.constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has a canonical constructor", e);
        }
        this.constructor.setAccessible(true);
        this.leavesOutNulls = ValueShape.leavesOutNulls(type);
    }

    private static Component component(RecordComponent of) {
        of.getAccessor().setAccessible(true);
        return new Component(of.getName(), of.getAccessor(), ValueShape.of(of.getGenericType()));
    }

    static RecordShape of(Class<?> type) {
        return ALL.get(type);
    }

    /** The components in their order. */
    Map<String, Object> written(Object value) {
        var fields = LinkedHashMap.<String, Object>newLinkedHashMap(components.length);
        for (var component : components) {
            var written = component.shape().written(value(component, value));
            if (written != null || !leavesOutNulls) {
                fields.put(component.name(), written);
            }
        }
        return fields;
    }

    /** @throws IllegalArgumentException when a field has another shape; what has no component is not read */
    Object read(Map<?, ?> fields) {
        var values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = read(components[i], fields);
        }
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "not a " + constructor.getDeclaringClass().getSimpleName(), e);
        }
    }

    private static Object read(Component component, Map<?, ?> fields) {
        try {
            return component.shape().read(fields.get(component.name()));
        } catch (ClassCastException | DateTimeException e) {
            throw new IllegalArgumentException("what is stored as " + component.name() + " has another shape", e);
        }
    }

    private static Object value(Component component, Object of) {
        try {
            return component.accessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's component cannot be read", e);
        }
    }
}
