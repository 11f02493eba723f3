package io.carryon.gateway.door;

import io.carryon.gateway.problem.ProblemException;

/** The revision of what can be changed as the entity tag of RFC 9110. */
public final class Revision {

    private Revision() {}

    /** The strong tag of a revision, as the ETag header has it. */
    public static String tag(int revision) {
        return "\"" + revision + "\"";
    }

    /**
     * 428 without If-Match, 412 when the thing has moved on since; weak tags never match.
     *
     * @param thing what it is about, in lower case, such as {@code article}
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
        var current = tag(revision);
        for (var tag : ifMatch.split(",", -1)) {
            if (tag.strip().equals("*") || tag.strip().equals(current)) {
                return;
            }
        }
        throw stale(thing);
    }

    /** 412: somebody else changed it meanwhile. */
    public static ProblemException stale(String thing) {
        return ProblemException.of(
                412,
                "stale",
                "The %s has changed since you read it".formatted(thing),
                "Get the %s again, look at what changed and repeat with its new ETag.".formatted(thing));
    }
}
