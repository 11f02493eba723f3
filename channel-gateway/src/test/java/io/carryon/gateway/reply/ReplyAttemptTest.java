package io.carryon.gateway.reply;

import static io.carryon.gateway.reply.ReplyFixtures.JSON;
import static io.carryon.gateway.reply.ReplyFixtures.channel;
import static io.carryon.gateway.reply.ReplyFixtures.claim;
import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.reply.DeliveryReceipt.Outcome;
import io.carryon.gateway.testing.MovableClock;
import jakarta.transaction.RollbackException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class ReplyAttemptTest {

    private static final Duration GIVE_UP = Duration.ofHours(48);

    private final MovableClock clock = new MovableClock();
    private final Instant asked = clock.instant();
    private final Written written = new Written();
    private final List<UUID> reported = new ArrayList<>();

    @Test
    void whatWasSentIsDecidedAndReported() {
        var reply = claim(Channel.PORTAL, asked, 1);
        make(
                reply,
                (request, handover) -> DeliveryReceipt.sent(request.replyId().toString()));

        assertThat(written.decided)
                .containsExactly(DeliveryReceipt.sent(reply.replyId().toString()));
        assertThat(reported).containsExactly(reply.replyId());
    }

    @Test
    void whatDidNotLeaveWaitsLongerEachTimeAndSaysWhy() {
        for (int attempt = 1; attempt <= 3; attempt++) {
            make(claim(Channel.EMAIL, asked, attempt), ReplyAttemptTest::mailServerIsDown);
        }

        assertThat(written.waits)
                .containsExactly(
                        new Wait("Connection refused", asked.plusSeconds(2)),
                        new Wait("Connection refused", asked.plusSeconds(4)),
                        new Wait("Connection refused", asked.plusSeconds(8)));
        assertThat(written.decided).isEmpty();
        assertThat(reported).isEmpty();
    }

    @Test
    void whoAsksUsToWaitIsNotAskedBefore() {
        for (int attempt : new int[] {1, 7}) {
            make(claim(Channel.TELEGRAM, asked, attempt), (request, handover) -> {
                throw new NotDelivered("Too Many Requests", null, Duration.ofSeconds(30));
            });
        }

        assertThat(written.waits)
                .containsExactly(
                        new Wait("Too Many Requests", asked.plusSeconds(30)),
                        new Wait("Too Many Requests", asked.plusSeconds(128)));
    }

    @Test
    void afterTheConfiguredTimeItHasFailedWithTheServersWords() {
        clock.advance(GIVE_UP);
        make(claim(Channel.EMAIL, asked, 580), (request, handover) -> {
            throw new NotDelivered("452 4.2.2 mailbox full", null);
        });

        assertThat(written.waits).isEmpty();
        assertThat(written.decided).singleElement().satisfies(receipt -> {
            assertThat(receipt.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(receipt.reason()).contains("48 hours", "580 attempts", "452 4.2.2 mailbox full");
        });
        assertThat(reported).hasSize(1);
    }

    @Test
    void whatBreaksAfterTheHandoverIsUnknownAndNotTriedAgain() {
        make(claim(Channel.EMAIL, asked, 1), (request, handover) -> {
            handover.begin();
            throw new IllegalStateException("broke");
        });

        assertThat(written.decided).extracting(DeliveryReceipt::outcome).containsExactly(Outcome.UNKNOWN);
        assertThat(written.waits).isEmpty();
    }

    @Test
    void aMistakeBeforeTheHandoverIsAFailureBecauseNothingLeft() {
        make(claim(Channel.EMAIL, asked, 1), (request, handover) -> {
            throw new NullPointerException("no address");
        });

        assertThat(written.decided).extracting(DeliveryReceipt::outcome).containsExactly(Outcome.FAILED);
    }

    @Test
    void aCommitThatFailedIsTriedAgain() {
        make(claim(Channel.PORTAL, asked, 1), (request, handover) -> {
            throw new IllegalStateException("undeclared", new RollbackException("the database went away"));
        });

        assertThat(written.decided).isEmpty();
        assertThat(written.waits).hasSize(1);
    }

    @Test
    void aClaimThatWasTakenOverMeanwhileSendsNothing() {
        written.mine = false;
        var sent = new ArrayList<UUID>();
        make(claim(Channel.EMAIL, asked, 1), (request, handover) -> {
            handover.begin();
            sent.add(request.replyId());
            return DeliveryReceipt.sent("<a@b>");
        });

        assertThat(sent).isEmpty();
        assertThat(written.decided).isEmpty();
        assertThat(reported).isEmpty();
    }

    @Test
    void aChannelWithoutAWayOutSaysSo() {
        make(claim(Channel.PHONE, asked, 1), ReplyAttemptTest::mailServerIsDown);

        assertThat(written.decided).singleElement().satisfies(receipt -> {
            assertThat(receipt.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(receipt.reason()).contains("phone");
        });
    }

    private static DeliveryReceipt mailServerIsDown(ReplyRequested request, ReplyChannel.Handover handover) {
        throw new NotDelivered("Connection refused", null);
    }

    private void make(ReplyClaim claim, BiFunction<ReplyRequested, ReplyChannel.Handover, DeliveryReceipt> delivering) {
        var patience = new ReplyPatience(Duration.ofSeconds(2), Duration.ofMinutes(5), GIVE_UP);
        var channels = claim.channel() == Channel.PHONE
                ? Map.<Channel, ReplyChannel>of()
                : Map.of(claim.channel(), channel(claim.channel(), delivering));
        new ReplyAttempt(channels, written, reported::add, patience, JSON, clock).make(claim);
    }

    private record Wait(String reason, Instant until) {}

    /** What was written of claims, as long as they are ours. */
    private static final class Written implements ReplyClaims {

        private final List<DeliveryReceipt> decided = new ArrayList<>();
        private final List<Wait> waits = new ArrayList<>();
        private boolean mine = true;

        @Override
        public boolean handOver(ReplyClaim claim) {
            return mine;
        }

        @Override
        public boolean postpone(ReplyClaim claim, String reason, Instant until) {
            return mine && waits.add(new Wait(reason, until));
        }

        @Override
        public boolean decide(ReplyClaim claim, DeliveryReceipt receipt) {
            return mine && decided.add(receipt);
        }
    }
}
