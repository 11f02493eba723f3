package io.carryon.profile.recognition.linking;

import java.util.List;
import java.util.Optional;

/**
 * What linking says: the issues a contact may be about, likeliest first.
 *
 * @param decision what follows from it
 * @param candidates at most 3; empty when none is likely enough to be asked about
 * @param best the likeliest of all, also when it is not likely enough, for inspection
 * @param evidence what decided, in words
 */
public record Linking(Decision decision, List<Scored> candidates, Optional<Scored> best, String evidence) {

    /** What to do with the contact. */
    public enum Decision {
        LINK,
        ASK,
        NEW
    }

    /**
     * An issue and how likely the contact is about it.
     *
     * @param reasons the facts that spoke for it most, in words, at most 3
     */
    public record Scored(KnownIssue issue, double probability, List<String> reasons) {}
}
