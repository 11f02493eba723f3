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
    void aCustomersMessageOpensWhatWaitedForItOrSeemedDone() {
        assertThat(Arrays.asList(WAITING_FOR_CUSTOMER, RESOLVED, CLOSED))
                .allMatch(status -> status.onCustomerMessage() == OPEN);
        assertThat(Arrays.asList(NEW, OPEN, ON_HOLD)).allMatch(status -> status.onCustomerMessage() == status);
    }
}
