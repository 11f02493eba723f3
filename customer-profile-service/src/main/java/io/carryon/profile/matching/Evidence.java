package io.carryon.profile.matching;

/**
 * One reason for or against two records being of one person.
 *
 * @param kind what was compared, such as {@code email}
 * @param weight how many times likelier it is for one person than for two, as a power of two; negative speaks against
 * @param atMost what the decision may be at most beside this, whatever else speaks for it
 * @param reason why, for staff; without the values that were compared
 */
public record Evidence(Kind kind, int weight, Verdict atMost, String reason) {

    /** What was compared. */
    public enum Kind {
        EMAIL,
        PHONE,
        ACCOUNT,
        PLATFORM,
        NAME,
        BIRTH,
        POSTCODE,
        ADDRESS;

        /** Whether it is a name on a channel, which somebody else may use as well. */
        boolean isHandle() {
            return this == EMAIL || this == PHONE || this == PLATFORM;
        }
    }

    static Evidence of(Kind kind, int weight, String reason) {
        return new Evidence(kind, weight, Verdict.MERGE, reason);
    }

    /** Evidence beside which staff have to decide. */
    static Evidence doubtful(Kind kind, int weight, String reason) {
        return new Evidence(kind, weight, Verdict.SUGGEST, reason);
    }
}
