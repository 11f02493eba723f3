package io.carryon.profile.recognition;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a contact goes on with an earlier issue. */
@ConfigMapping(prefix = "carryon.recognition.linking")
public interface LinkingConfig {

    /** How long after its resolution an issue may go on. */
    @WithDefault("P28D")
    Duration sameIssueFor();

    /** How long after its resolution the same problem without a reference is a new issue. */
    @WithDefault("P60D")
    Duration recurrenceAfter();

    /** Probability from which a contact is linked without asking. */
    @WithDefault("0.92")
    double linkFrom();

    /** Probability from which the customer is asked. */
    @WithDefault("0.57")
    double askFrom();

    /** Probability from which a reply stays with the issue it answers. */
    @WithDefault("0.6")
    double replyFrom();

    /** How long after its first message a chat's further ones still tell what it is about. */
    @WithDefault("PT1M")
    Duration firstTurn();

    /** How long a call that chose the same in the menu goes on with what its number last called about. */
    @WithDefault("PT24H")
    Duration sameMenuFor();
}
