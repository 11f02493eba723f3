package io.carryon.ticketing.ticket;

import static io.carryon.ticketing.ticket.TicketStatus.CLOSED;
import static io.carryon.ticketing.ticket.TicketStatus.NEW;
import static io.carryon.ticketing.ticket.TicketStatus.ON_HOLD;
import static io.carryon.ticketing.ticket.TicketStatus.OPEN;
import static io.carryon.ticketing.ticket.TicketStatus.RESOLVED;
import static io.carryon.ticketing.ticket.TicketStatus.WAITING_FOR_CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TicketStatusTest {

    @Test
    void aClosedTicketStaysClosed() {
        assertThat(CLOSED.moves()).isEmpty();
    }

    @Test
    void onlyAResolvedTicketCanBeClosed() {
        assertThat(TicketStatus.values())
                .filteredOn(status -> status.mayMoveTo(CLOSED))
                .containsExactly(RESOLVED);
    }

    @Test
    void nothingBecomesNewAgain() {
        assertThat(TicketStatus.values()).noneMatch(status -> status.mayMoveTo(NEW));
    }

    @Test
    void everyTicketThatIsNotClosedCanGetThere() {
        assertThat(TicketStatus.values())
                .filteredOn(status -> status != CLOSED && status != RESOLVED)
                .allMatch(status -> status.mayMoveTo(RESOLVED));
    }

    @Test
    void aCustomersMessageOpensWhatWaitedForItOrSeemedDone() {
        assertThat(WAITING_FOR_CUSTOMER.onCustomerMessage()).isEqualTo(OPEN);
        assertThat(RESOLVED.onCustomerMessage()).isEqualTo(OPEN);
        assertThat(Arrays.asList(NEW, OPEN, ON_HOLD)).allMatch(status -> status.onCustomerMessage() == status);
    }
}
