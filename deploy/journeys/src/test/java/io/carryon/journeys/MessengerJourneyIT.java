package io.carryon.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessengerJourneyIT {

    @Test
    void aCustomerWritesByTelegramAndIsAnsweredThereInOneConversation() throws Exception {
        var carryon = Carryon.running();
        var staff = new Staff(carryon);
        try (var telegram = Telegram.listening()) {
            telegram.write(carryon, "The tram ticket was charged two times");

            var ticket = staff.seesTicketAbout("The tram ticket was charged two times");
            staff.replies(ticket, "Hello Ieva, one of them is paid back.");
            telegram.arrived("one of them is paid back");
            telegram.write(carryon, "That was quick.");

            assertThat(staff.reads(ticket, 3))
                    .containsExactly(
                            "The tram ticket was charged two times",
                            "Hello Ieva, one of them is paid back.",
                            "That was quick.");
            assertThat(staff.opens(ticket).getString("channel")).isEqualTo("telegram");
            assertThat(staff.opens(ticket).getString("customer.name")).isEqualTo("Ieva Kalnina");
        }
    }
}
