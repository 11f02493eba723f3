package io.carryon.profile.recognition;

import java.util.UUID;

/**
 * What one kind of evidence says about one issue.
 *
 * @param certainty from 0 to 1
 */
public record Finding(UUID issueId, double certainty, Evidence evidence) {

    static final double SURE = 1.0;

    static Finding sure(UUID issue, String kind, String detail) {
        return new Finding(issue, SURE, new Evidence(kind, detail));
    }
}
