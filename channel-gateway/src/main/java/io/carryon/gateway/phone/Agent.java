package io.carryon.gateway.phone;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.gateway.contact.Text;

/**
 * The person who answered, as the telephone system names them: any part may be null, but not all.
 *
 * @param id the ticket-service's name of the person, such as the token's subject
 * @param extension the telephone's own number
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Agent(String id, String extension, String name) {

    private static final int NAME_LIMIT = 200;
    private static final int EXTENSION_LIMIT = 64;

    public Agent {
        if (id == null && extension == null && name == null) {
            throw new IllegalArgumentException("An agent has an id, an extension or a name");
        }
        id = Text.cut(id, NAME_LIMIT);
        extension = Text.cut(extension, EXTENSION_LIMIT);
        name = Text.cut(name, NAME_LIMIT);
    }
}
