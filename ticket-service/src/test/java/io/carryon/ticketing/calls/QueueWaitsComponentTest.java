package io.carryon.ticketing.calls;

import static io.carryon.ticketing.calls.CallFixtures.arrived;
import static io.carryon.ticketing.calls.CallFixtures.contactOf;
import static io.carryon.ticketing.calls.CallFixtures.ended;
import static io.carryon.ticketing.calls.CallFixtures.told;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.callFor;
import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.ticketing.calls.QueueWaits.Situation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QueueWaitsComponentTest {

    @Inject
    CallIntake intake;

    @Inject
    QueueWaits waits;

    @Test
    void whatWasReallyWaitedTellsTheNextCallerAndNobodyIsToldMoreThanAnHour() {
        for (var i = 0; i < 3; i++) {
            var call = callFor("technical");
            ticketOf(call);
            intake.take(arrived(
                    told(contactOf(call), 1, "answered", "\"agent\":{\"extension\":\"199\"},\"waitSec\":30"),
                    ended(contactOf(call), 2, "answered")));
        }

        var situation = QuarkusTransaction.requiringNew().call(() -> waits.of(Set.of("technical", "nobody's")));

        assertThat(situation.get("technical").secondsAPlace()).isPositive();
        assertThat(situation.get("nobody's")).isEqualTo(Situation.EMPTY);
        assertThat(new Situation(2, 30.0).andOne().estimate()).isEqualTo(90);
        assertThat(new Situation(500, 30.0).estimate()).isEqualTo(3600);
        assertThat(Situation.EMPTY.andOne().estimate()).isNull();
    }
}
