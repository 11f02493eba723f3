package io.carryon.gateway.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.reply.DeliveryReceipt.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutcomeReportTest {

    private final Owed owed = new Owed();
    private final List<String> published = new ArrayList<>();
    private boolean brokerIsThere = true;
    private final OutcomeReport report = new OutcomeReport(owed, (outcome, correlation) -> {
        if (!brokerIsThere) {
            throw new OutcomeNotReported(outcome.replyId(), null);
        }
        published.add(outcome.replyId() + " " + outcome.outcome() + " " + correlation);
    });

    @Test
    void anOutcomeIsReportedOnceTheBrokerIsBack() {
        brokerIsThere = false;
        var first = owed.add(Outcome.SENT);
        var second = owed.add(Outcome.FAILED);
        report.report(first);
        assertThatThrownBy(() -> report.reportOlderThan(Duration.ZERO)).isInstanceOf(OutcomeNotReported.class);
        assertThat(owed.decided).hasSize(2);

        brokerIsThere = true;
        assertThat(report.reportOlderThan(Duration.ZERO)).isEqualTo(2);

        assertThat(published).containsExactly(first + " SENT corr-1", second + " FAILED corr-1");
        assertThat(owed.decided).isEmpty();
    }

    @Test
    void whatIsReportedOrNotDecidedIsNotReportedAgain() {
        var reply = owed.add(Outcome.SENT);
        report.report(reply);
        report.report(reply);
        report.report(UUID.randomUUID());

        assertThat(published).hasSize(1);
    }

    /** Outcomes the line does not know yet. */
    private static final class Owed implements OutcomeReport.Log {

        private final Map<UUID, Decided> decided = new LinkedHashMap<>();

        UUID add(Outcome outcome) {
            var id = UUID.randomUUID();
            var event = new DeliveryOutcome(id, id, id, Channel.EMAIL, outcome, null, null, Instant.EPOCH);
            decided.put(id, new Decided(event, "corr-1"));
            return id;
        }

        @Override
        public Optional<Decided> unreported(UUID replyId) {
            return Optional.ofNullable(decided.get(replyId));
        }

        @Override
        public List<Decided> unreportedFor(Duration age) {
            return List.copyOf(decided.values());
        }

        @Override
        public void reported(DeliveryOutcome outcome) {
            decided.remove(outcome.replyId());
        }
    }
}
