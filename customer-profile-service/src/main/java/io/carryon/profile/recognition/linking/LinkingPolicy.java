package io.carryon.profile.recognition.linking;

import java.time.Duration;

/**
 * The periods and thresholds of linking; the defaults are the product's.
 *
 * @param sameIssueFor how long after its resolution an issue may go on
 * @param recurrenceAfter how long after its resolution the same problem without a reference is a new issue
 * @param linkFrom probability from which a contact is linked
 * @param askFrom probability from which the customer is asked
 * @param replyFrom probability from which a reply stays with what it answers
 */
public record LinkingPolicy(
        Duration sameIssueFor, Duration recurrenceAfter, double linkFrom, double askFrom, double replyFrom) {

    public static LinkingPolicy standard() {
        return new LinkingPolicy(Duration.ofDays(28), Duration.ofDays(60), 0.92, 0.57, 0.6);
    }
}
