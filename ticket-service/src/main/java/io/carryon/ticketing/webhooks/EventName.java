package io.carryon.ticketing.webhooks;

import io.carryon.ticketing.ticket.TicketEvent;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The names receivers know events by: {@code ticket.status_changed} and the like. */
final class EventName {

    private static final Map<String, TicketEvent.Type> BY_NAME = byName();

    private EventName() {}

    static String of(TicketEvent.Type type) {
        return "ticket." + type.name().toLowerCase(Locale.ROOT);
    }

    static Optional<TicketEvent.Type> parse(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The types of events by these names; all of them for none. */
    static Set<TicketEvent.Type> types(List<String> names) {
        if (names.isEmpty()) {
            return EnumSet.allOf(TicketEvent.Type.class);
        }
        var types = EnumSet.noneOf(TicketEvent.Type.class);
        names.forEach(name -> parse(name).ifPresent(types::add));
        return types;
    }

    /** All names, in their order. */
    static Set<String> all() {
        return BY_NAME.keySet();
    }

    private static Map<String, TicketEvent.Type> byName() {
        var names = new TreeMap<String, TicketEvent.Type>();
        Arrays.stream(TicketEvent.Type.values()).forEach(type -> names.put(of(type), type));
        return names;
    }
}
