package io.carryon.gateway.email;

import io.carryon.gateway.email.account.MailboxesConfig;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Refuses environment variables of mailboxes that mean nothing. Of a property the configuration does so itself; a variable it
 * leaves alone, and the mailbox would be read with a default that nobody wanted.
 */
final class MailboxVariables {

    private static final String PREFIX = "CARRYON_MAILBOXES_";

    private final Set<String> settings = settings(MailboxesConfig.Entry.class).collect(Collectors.toUnmodifiableSet());

    /** Throws {@link IllegalStateException} that names the variable; {@code names} are the mailboxes there are. */
    void check(Collection<String> variables, Collection<String> names) {
        variables.stream()
                .filter(variable -> variable.startsWith(PREFIX))
                .filter(variable -> names.stream().noneMatch(name -> isOf(name, variable)))
                .sorted()
                .findFirst()
                .ifPresent(variable -> {
                    throw new IllegalStateException(variable + " is no setting of a mailbox; there are NAME_"
                            + settings.stream().sorted().collect(Collectors.joining(", NAME_")));
                });
    }

    private boolean isOf(String name, String variable) {
        var begin = PREFIX + written(name) + "_";
        return variable.startsWith(begin) && settings.contains(variable.substring(begin.length()));
    }

    private static String written(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static Stream<String> settings(Class<?> group) {
        return Arrays.stream(group.getMethods()).flatMap(MailboxVariables::settings);
    }

    private static Stream<String> settings(Method method) {
        var name = method.getName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
        var type = method.getGenericReturnType() instanceof ParameterizedType optional
                ? (Class<?>) optional.getActualTypeArguments()[0]
                : method.getReturnType();
        return type.isInterface() && type.getPackageName().equals(MailboxesConfig.class.getPackageName())
                ? settings(type).map(inner -> name + "_" + inner)
                : Stream.of(name);
    }
}
