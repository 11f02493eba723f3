package io.carryon.gateway.phone.menu;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** A menu that would lead callers astray; the service does not start with it. */
public final class MenuRefused extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private MenuRefused(String message, Throwable cause) {
        super(message, cause);
    }

    static MenuRefused of(String menu, MenuFault fault) {
        return of(menu, List.of(fault));
    }

    static MenuRefused of(String menu, List<MenuFault> faults) {
        return new MenuRefused(
                "The phone menu " + menu + " is refused: "
                        + faults.stream().map(MenuFault::toString).collect(Collectors.joining("; ")),
                null);
    }

    static MenuRefused unreadable(String menu, IOException cause) {
        if (cause instanceof JsonMappingException mapping && mapping.getPath().size() > 1) {
            // languages, queue or nodes, and then the node's name
            return of(menu, new MenuFault(mapping.getPath().get(1).getFieldName(), mapping.getOriginalMessage()));
        }
        return new MenuRefused("The phone menu " + menu + " cannot be read: " + cause.getMessage(), cause);
    }
}
