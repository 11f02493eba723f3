package io.carryon.profile.acts;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Who did something.
 *
 * @param kind staff, customer or system
 * @param id the token's subject, or null where nobody signed in
 * @param name as colleagues see it, at most 200 characters
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Actor(String kind, String id, String name) {

    private static final int LONGEST_NAME = 200;

    public Actor {
        name = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    public static Actor staff(String id, String name) {
        return new Actor("staff", id, name);
    }

    /** The service itself, for the named reason. */
    public static Actor system(String name) {
        return new Actor("system", null, name);
    }
}
