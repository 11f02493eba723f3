package io.carryon.gateway.reply;

import java.time.Instant;

/** What a worker may write of a reply it has claimed. All answer false, and change nothing, once the claim is lost. */
interface ReplyClaims {

    /** Notes that from now on it may have left. */
    boolean handOver(ReplyClaim claim);

    /** Gives the claim back: it certainly did not leave and is tried again. */
    boolean postpone(ReplyClaim claim, String reason, Instant until);

    /** Writes the outcome; it has to be reported. */
    boolean decide(ReplyClaim claim, DeliveryReceipt receipt);
}
