package io.carryon.profile.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was done on a ticket, as the customer experienced it; counted from the ticket's events in their order.
 *
 * @param agents who answered, the first first, at most {@value #MOST_AGENTS}
 * @param resolvedAt when it was last resolved or closed
 * @param reopened how often it was open again after that
 * @param promises the last {@value #MOST_PROMISES}
 * @param earlierKept promises kept before those
 * @param earlierBroken promises broken before those
 * @param rating 1 to 5, or null until the customer gave one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TicketWork(
        List<String> agents,
        Instant firstReplyAt,
        Instant lastReplyAt,
        Instant resolvedAt,
        int reopened,
        List<Promise> promises,
        int earlierKept,
        int earlierBroken,
        Integer rating,
        Instant ratedAt) {

    static final int MOST_AGENTS = 5;
    static final int MOST_PROMISES = 3;

    /** Nothing yet. */
    public static final TicketWork NONE = new TicketWork(null, null, null, null, 0, null, 0, 0, null, null);

    public TicketWork {
        agents = agents == null ? List.of() : agents;
        promises = promises == null ? List.of() : promises;
    }

    /** Staff answered, which settles what was promised; {@code promise} is what they promised now, or null. */
    public TicketWork replied(String author, Promise promise, Instant at) {
        var knows = author == null || agents.contains(author) || agents.size() == MOST_AGENTS;
        var settled = settled(at);
        var answered = new TicketWork(
                knows
                        ? agents
                        : Stream.concat(agents.stream(), Stream.of(author)).toList(),
                firstReplyAt == null ? at : firstReplyAt,
                at,
                resolvedAt,
                reopened,
                settled,
                earlierKept,
                earlierBroken,
                rating,
                ratedAt);
        return promise == null ? answered : answered.promised(promise);
    }

    /** It is done, which the customer is told; that settles what was promised. */
    public TicketWork resolved(Instant at) {
        return new TicketWork(
                agents,
                firstReplyAt,
                lastReplyAt,
                at,
                reopened,
                settled(at),
                earlierKept,
                earlierBroken,
                rating,
                ratedAt);
    }

    /** It was done, and is not any more. */
    public TicketWork openAgain() {
        return new TicketWork(
                agents,
                firstReplyAt,
                lastReplyAt,
                resolvedAt,
                reopened + 1,
                promises,
                earlierKept,
                earlierBroken,
                rating,
                ratedAt);
    }

    /** The customer's judgement; the last one counts. */
    public TicketWork rated(int score, Instant at) {
        return new TicketWork(
                agents,
                firstReplyAt,
                lastReplyAt,
                resolvedAt,
                reopened,
                promises,
                earlierKept,
                earlierBroken,
                score,
                at);
    }

    /** Promises that were not kept as things stand at {@code now}. */
    public int broken(Instant now) {
        return earlierBroken
                + (int) promises.stream().filter(promise -> promise.broken(now)).count();
    }

    /** Promises that were kept. */
    public int kept() {
        return earlierKept + (int) promises.stream().filter(Promise::kept).count();
    }

    /** All promises ever made. */
    public int promised() {
        return earlierKept + earlierBroken + promises.size();
    }

    private List<Promise> settled(Instant at) {
        return promises.stream().map(promise -> promise.settled(at)).toList();
    }

    /** All earlier promises are settled by the reply that makes the new one. */
    private TicketWork promised(Promise promise) {
        var all = Stream.concat(promises.stream(), Stream.of(promise)).toList();
        var surplus = Math.max(0, all.size() - MOST_PROMISES);
        var forgotten = all.subList(0, surplus);
        var kept = (int) forgotten.stream().filter(Promise::kept).count();
        return new TicketWork(
                agents,
                firstReplyAt,
                lastReplyAt,
                resolvedAt,
                reopened,
                List.copyOf(all.subList(surplus, all.size())),
                earlierKept + kept,
                earlierBroken + surplus - kept,
                rating,
                ratedAt);
    }
}
