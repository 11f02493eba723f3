package io.carryon.profile.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a customer went through and gave before a person took over, so that nobody asks for it again.
 *
 * @param menuPath nodes of the telephone menu, at most {@value #MOST_STEPS}
 * @param trigger why the menu ended, such as {@code dtmf0} or {@code hangup}; null elsewhere
 * @param given what they typed, said or filled in, at most {@value #MOST_GIVEN}
 * @param selfService what they looked for and read to help themselves, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Attempt(
        UUID contactId,
        Instant at,
        String channel,
        List<String> menuPath,
        String trigger,
        List<Given> given,
        SelfService selfService) {

    /** Steps kept of a menu. */
    public static final int MOST_STEPS = 12;

    /** Answers kept of a menu or a form. */
    public static final int MOST_GIVEN = 10;

    /** Longest step, and name of an answer. */
    public static final int LONGEST_NAME = 40;

    /** Longest answer. */
    public static final int LONGEST_VALUE = 80;

    /** One answer. */
    public record Given(String name, String value) {}

    /** One that began with asking us, or whose beginning is not known. */
    public Attempt(
            UUID contactId, Instant at, String channel, List<String> menuPath, String trigger, List<Given> given) {
        this(contactId, at, channel, menuPath, trigger, given, null);
    }

    public Attempt {
        menuPath = menuPath == null ? List.of() : menuPath;
        given = given == null ? List.of() : given;
    }
}
