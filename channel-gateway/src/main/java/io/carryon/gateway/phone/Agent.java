package io.carryon.gateway.phone;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The person who answered, as the telephone system names them: any part may be null, but not all.
 *
 * @param id the ticket-service's name of the person, such as the token's subject
 * @param extension the telephone's own number
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Agent(String id, String extension, String name) {

    public Agent {
        if (id == null && extension == null && name == null) {
            throw new IllegalArgumentException("An agent has an id, an extension or a name");
        }
    }
}
