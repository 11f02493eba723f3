package io.carryon.gateway.reply;

import static io.carryon.gateway.contact.Channel.CHAT;
import static io.carryon.gateway.contact.Channel.EMAIL;
import static io.carryon.gateway.contact.Channel.PORTAL;
import static io.carryon.gateway.reply.ReplyFixtures.payload;
import static io.carryon.gateway.reply.ReplyFixtures.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.testing.MovableClock;
import io.carryon.gateway.testing.OwnSchema;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes on one database, played by two queues. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class ReplyQueueComponentTest {

    private static final ReplyConfig CONFIG = ReplyFixtures.Config.ordinary();
    private static final Duration LONGER_THAN_A_LEASE = CONFIG.claimLease().plusSeconds(1);

    private final MovableClock clock = new MovableClock();
    private Sql sql;
    private ReplyQueue one;
    private ReplyQueue other;
    private DeliveryLog log;

    @BeforeEach
    void twoProcesses() {
        sql = OwnSchema.emptied();
        one = new ReplyQueue(sql, CONFIG, clock);
        other = new ReplyQueue(sql, CONFIG, clock);
        log = new DeliveryLog(sql, clock);
    }

    @Test
    void aReplyIsClaimedByOneProcessOnly() {
        var id = add(UUID.randomUUID(), EMAIL);

        var claim = one.claim(EMAIL).orElseThrow();

        assertThat(claim.replyId()).isEqualTo(id);
        assertThat(claim.correlationId()).isEqualTo("corr-1");
        assertThat(other.claim(EMAIL)).isEmpty();
        assertThat(one.claim(EMAIL)).isEmpty();
    }

    @Test
    void claimsAtTheSameTimeNeverGiveAReplyTwice() throws Exception {
        var added = new ArrayList<UUID>();
        for (int i = 0; i < 40; i++) {
            added.add(add(UUID.randomUUID(), EMAIL));
        }
        var claimed = new ArrayList<UUID>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            var tasks = new ArrayList<Callable<List<UUID>>>();
            for (int i = 0; i < 8; i++) {
                var queue = i % 2 == 0 ? one : other;
                tasks.add(() -> claimAll(queue));
            }
            for (var found : pool.invokeAll(tasks)) {
                claimed.addAll(found.get());
            }
        }
        assertThat(claimed).containsExactlyInAnyOrderElementsOf(added);
    }

    @Test
    void aRedeliveredRequestChangesNothing() {
        var ticket = UUID.randomUUID();
        var id = add(ticket, EMAIL);
        var claim = one.claim(EMAIL).orElseThrow();
        other.add(reply(id, ticket, EMAIL), payload(id, ticket, EMAIL), null);
        assertThat(other.claim(EMAIL)).isEmpty();

        one.decide(claim, DeliveryReceipt.sent("<a@b>"));
        other.add(reply(id, ticket, EMAIL), payload(id, ticket, EMAIL), null);
        assertThat(other.claim(EMAIL)).isEmpty();
        assertThat(one.waiting()).isEmpty();
    }

    @Test
    void aTicketsRepliesLeaveInOrderAndHoldUpNoOtherTicketOrChannel() {
        var ticket = UUID.randomUUID();
        var first = add(ticket, EMAIL);
        var second = add(ticket, EMAIL);
        var byChat = add(ticket, CHAT);
        var elsewhere = add(UUID.randomUUID(), EMAIL);

        var claim = one.claim(EMAIL).orElseThrow();
        assertThat(claim.replyId()).isEqualTo(first);
        one.postpone(claim, "452 mailbox full", clock.instant().plusSeconds(60));
        assertThat(claimAll(other)).containsExactly(elsewhere);
        assertThat(other.claim(CHAT).orElseThrow().replyId()).isEqualTo(byChat);

        clock.advance(Duration.ofSeconds(60));
        claim = other.claim(EMAIL).orElseThrow();
        assertThat(claim.replyId()).isEqualTo(first);
        assertThat(claim.attempts()).isEqualTo(2);
        assertThat(one.claim(EMAIL)).isEmpty();
        other.decide(claim, DeliveryReceipt.sent("<a@b>"));
        assertThat(one.claim(EMAIL).orElseThrow().replyId()).isEqualTo(second);
    }

    @Test
    void whatACrashLeftBeforeTheHandoverIsSentByTheOtherProcess() {
        var id = add(UUID.randomUUID(), EMAIL);
        var lost = one.claim(EMAIL).orElseThrow();
        assertThat(other.settleAbandoned()).isZero();

        clock.advance(LONGER_THAN_A_LEASE);
        assertThat(other.settleAbandoned()).isEqualTo(1);
        assertThat(other.claim(EMAIL).orElseThrow().replyId()).isEqualTo(id);

        assertThat(one.handOver(lost)).isFalse();
        assertThat(one.postpone(lost, "too late", clock.instant())).isFalse();
        assertThat(one.decide(lost, DeliveryReceipt.failed("too late"))).isFalse();
        assertThat(log.unreported(id)).isEmpty();
    }

    @Test
    void whatACrashLeftAfterTheHandoverIsUnknownAndNeverRepeated() {
        var id = add(UUID.randomUUID(), EMAIL);
        var lost = one.claim(EMAIL).orElseThrow();
        assertThat(one.handOver(lost)).isTrue();

        clock.advance(LONGER_THAN_A_LEASE);
        assertThat(other.settleAbandoned()).isEqualTo(1);

        assertThat(other.claim(EMAIL)).isEmpty();
        assertThat(log.unreported(id).orElseThrow().outcome().outcome()).isEqualTo(DeliveryReceipt.Outcome.UNKNOWN);
        assertThat(one.decide(lost, DeliveryReceipt.sent("<a@b>"))).isFalse();
    }

    @Test
    void aClaimOfAVersionWithoutLeasesIsUnknownAfterAWhileAndHoldsUpNothing() {
        var ticket = UUID.randomUUID();
        var id = add(ticket, EMAIL);
        var next = add(ticket, EMAIL);
        assertThat(one.claim(EMAIL)).isPresent();
        sql.update("update reply_delivery set leased_until = null, payload = null where reply_id = ?", id);
        assertThat(other.settleAbandoned()).isZero();

        clock.advance(LONGER_THAN_A_LEASE);
        assertThat(other.settleAbandoned()).isEqualTo(1);

        assertThat(log.unreported(id).orElseThrow().outcome().outcome()).isEqualTo(DeliveryReceipt.Outcome.UNKNOWN);
        assertThat(other.claim(EMAIL).orElseThrow().replyId()).isEqualTo(next);
    }

    @Test
    void aLeaseThatIsRenewedDoesNotRunOut() {
        var id = add(UUID.randomUUID(), EMAIL);
        var claim = one.claim(EMAIL).orElseThrow();
        clock.advance(CONFIG.claimLease().minusSeconds(1));
        one.renew(List.of(claim.token()));
        clock.advance(CONFIG.claimLease().minusSeconds(1));

        assertThat(other.settleAbandoned()).isZero();
        assertThat(one.decide(claim, DeliveryReceipt.sent("<a@b>"))).isTrue();
        var decided = log.unreported(id).orElseThrow();
        assertThat(decided.outcome().messageId()).isEqualTo("<a@b>");
        assertThat(decided.correlationId()).isEqualTo("corr-1");
    }

    @Test
    void whatIsNotDueIsCountedButNotClaimed() {
        add(UUID.randomUUID(), EMAIL);
        add(UUID.randomUUID(), PORTAL);
        var claim = one.claim(EMAIL).orElseThrow();
        one.postpone(claim, "the server is down", clock.instant().plusSeconds(2));

        assertThat(one.claim(EMAIL)).isEmpty();
        assertThat(one.waiting())
                .containsExactlyInAnyOrder(
                        new ReplyQueue.Waiting(EMAIL, 1, false), new ReplyQueue.Waiting(PORTAL, 1, true));
    }

    @Test
    void anOutcomeIsOwedUntilItIsReported() {
        var id = add(UUID.randomUUID(), EMAIL);
        one.decide(one.claim(EMAIL).orElseThrow(), DeliveryReceipt.failed("550 no such user"));
        assertThat(log.unreportedFor(Duration.ofSeconds(8))).isEmpty();

        clock.advance(Duration.ofSeconds(8));
        var owed = log.unreportedFor(Duration.ofSeconds(8));
        assertThat(owed).extracting(decided -> decided.outcome().replyId()).containsExactly(id);
        log.reported(owed.getFirst().outcome());
        assertThat(log.unreportedFor(Duration.ZERO)).isEmpty();
    }

    @Test
    void aBounceThatIsFasterThanTheDecisionStandsAndItsWordsCannotStopAnything() {
        var id = add(UUID.randomUUID(), EMAIL);
        var claim = one.claim(EMAIL).orElseThrow();
        one.handOver(claim);

        assertThat(log.bounced(id, DeliveryReceipt.bounced("smtp; 550 \0no"))).isTrue();
        assertThat(one.decide(claim, DeliveryReceipt.sent("<a@b>"))).isFalse();

        var outcome = log.unreported(id).orElseThrow().outcome();
        assertThat(outcome.outcome()).isEqualTo(DeliveryReceipt.Outcome.BOUNCED);
        assertThat(outcome.reason()).isEqualTo("smtp; 550 no");
        assertThat(log.bounced(UUID.randomUUID(), DeliveryReceipt.bounced("x"))).isFalse();
    }

    @Test
    void aReplyIsDeliveredOnceEvenWhenTheCustomerIsFasterThanTheDecision() {
        var fast = add(UUID.randomUUID(), CHAT);
        var claim = one.claim(CHAT).orElseThrow();
        assertThat(log.delivered(List.of(fast, UUID.randomUUID()))).containsExactly(fast);
        assertThat(one.decide(claim, DeliveryReceipt.sent(fast.toString()))).isFalse();

        assertThat(log.unreported(fast).orElseThrow().outcome().outcome()).isEqualTo(DeliveryReceipt.Outcome.DELIVERED);
        assertThat(log.delivered(List.of(fast))).isEmpty();
    }

    private UUID add(UUID ticketId, Channel channel) {
        var id = UUID.randomUUID();
        one.add(reply(id, ticketId, channel), payload(id, ticketId, channel), "corr-1");
        return id;
    }

    private static List<UUID> claimAll(ReplyQueue queue) {
        var claimed = new ArrayList<UUID>();
        for (var claim = queue.claim(EMAIL); claim.isPresent(); claim = queue.claim(EMAIL)) {
            claimed.add(claim.get().replyId());
        }
        return claimed;
    }
}
