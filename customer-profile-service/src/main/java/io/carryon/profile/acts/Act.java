package io.carryon.profile.acts;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Something that was asked for once and is carried out once, whatever stops meanwhile.
 *
 * @param id derived from the caller's key, so that the same request sent again is the same act
 * @param kind the {@link ActKind#name()} that carries it out
 * @param subject the customer or contact it is about
 * @param at when it was first asked for
 * @param request what was asked, as JSON has it: texts (ids too), numbers, lists and maps; below 10 kB
 */
public record Act(UUID id, String kind, UUID subject, Instant at, Actor by, Map<String, Object> request) {

    /** The id of what a caller asks for under a key; keys of different callers, kinds and subjects never meet. */
    public static UUID idOf(String caller, String kind, UUID subject, String key) {
        var name = String.join("|", "act", kind, subject.toString(), caller, key);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** The text asked for under a name, or null. */
    public String text(String name) {
        return (String) request.get(name);
    }
}
