package io.carryon.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MailJourneyIT {

    @Test
    void aMailBecomesATicketAndItsAnswerComesBackIntoTheSameThread() throws Exception {
        var carryon = Carryon.running();
        var staff = new Staff(carryon);
        var ana = new MailClient(carryon, "ana.pop@customers.example");

        var question = ana.writes("Refund for order 4711", "Bună ziua, where is my refund?", null);
        var ticket = staff.seesTicketAbout("Refund for order 4711");
        assertThat(staff.reads(ticket, 1).getFirst()).contains("Bună ziua, where is my refund?");

        staff.replies(ticket, "Dear Ana, you asked where your refund is. It left us this morning.");
        var answer = ana.receives();
        assertThat(answer.getHeader("In-Reply-To", null)).isEqualTo(question.getMessageID());
        assertThat(answer.getHeader("References", " ")).contains(question.getMessageID());
        assertThat(answer.getSubject()).startsWith("Re: Refund for order 4711");
        assertThat(MailClient.textOf(answer)).contains("It left us this morning.");

        ana.writes("Re: Refund for order 4711", "Thank you, it has not arrived yet.", answer);
        assertThat(staff.reads(ticket, 3).getLast()).contains("it has not arrived yet");
        assertThat(staff.ticketsAbout("Refund for order 4711")).hasSize(1);

        var customer = staff.opens(ticket).getString("customer.id");
        assertThat(staff.seesHistory(customer, 2).getList("items.subject")).contains("Refund for order 4711");
    }
}
