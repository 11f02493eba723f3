package io.carryon.profile.matching;

/** What is to be done about two records that may be of one person; from the least to the most. */
public enum Verdict {
    /** They are kept apart and nobody is asked. */
    SEPARATE,
    /** Staff are asked; nothing happens by itself. */
    SUGGEST,
    /** They are of one person. */
    MERGE;

    Verdict atMost(Verdict limit) {
        return compareTo(limit) > 0 ? limit : this;
    }
}
