package io.carryon.profile.line;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Puts the service's beans together by their constructors, without starting it. */
public final class Wiring {

    /** The same for all: their classes are made while the test runs, which takes time. */
    private static final Map<Class<?>, Object> CONFIGURATIONS = new ConcurrentHashMap<>();

    private final Map<Class<?>, Object> parts = new HashMap<>();

    /** A part as it is: everything that needs its type or one of its supertypes gets it. */
    public Wiring with(Class<?> type, Object part) {
        parts.put(type, part);
        return this;
    }

    /** The one bean of that type, made with all it needs. */
    public <T> T get(Class<T> type) {
        if (!parts.containsKey(type)) {
            parts.put(type, make(type));
        }
        return type.cast(parts.get(type));
    }

    private Object make(Class<?> type) {
        if (type.isAnnotationPresent(ConfigMapping.class)) {
            return CONFIGURATIONS.computeIfAbsent(type, Wiring::configuration);
        }
        var constructor = Arrays.stream(type.getConstructors())
                .filter(each -> Modifier.isPublic(each.getModifiers()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a " + type + " has to be given"));
        return made(constructor);
    }

    private static Object configuration(Class<?> type) {
        return new SmallRyeConfigBuilder().withMapping(type).build().getConfigMapping(type);
    }

    private Object made(Constructor<?> constructor) {
        try {
            return constructor.newInstance(Arrays.stream(constructor.getParameterTypes())
                    .map(this::get)
                    .toArray());
        } catch (InvocationTargetException | InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(constructor.getDeclaringClass() + " could not be made", e);
        }
    }
}
