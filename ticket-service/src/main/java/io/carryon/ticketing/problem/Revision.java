package io.carryon.ticketing.problem;

import jakarta.ws.rs.core.EntityTag;

/** The revision of what can be changed as the entity tag of RFC 9110. */
public final class Revision {

    private Revision() {}

    /** The strong tag of a revision. */
    public static EntityTag tag(int revision) {
        return new EntityTag(String.valueOf(revision));
    }

    /**
     * 428 without If-Match, 412 when the thing has moved on since; weak tags never match.
     *
     * @param thing what it is about, in lower case, such as {@code ticket}
     */
    public static void require(String ifMatch, String thing, int revision) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw ProblemException.of(
                    428,
                    "precondition-required",
                    "If-Match is needed",
                    "Get the %s and send its ETag as If-Match, so that you change what you have seen."
                            .formatted(thing));
        }
        var current = "\"" + revision + "\"";
        for (var tag : ifMatch.split(",", -1)) {
            if (tag.strip().equals("*") || tag.strip().equals(current)) {
                return;
            }
        }
        throw ProblemException.of(
                412,
                "stale",
                "The %s has changed since you read it".formatted(thing),
                "Get the %s again, look at what changed and repeat with its new ETag, now %s."
                        .formatted(thing, current));
    }
}
