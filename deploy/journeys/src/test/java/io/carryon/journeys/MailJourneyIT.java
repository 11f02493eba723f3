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

    @Test
    void tenTurnsBetweenACustomerAndStaffAreOneTicketWhateverTheMailProgramLeavesOfThem() throws Exception {
        var carryon = Carryon.running();
        var staff = new Staff(carryon);
        var jan = new MailClient(carryon, "jan.kral@customers.example");
        jan.writes("Boiler out of order", "Our boiler is out of order since Monday. Can somebody come?", null);
        var ticket = staff.seesTicketAbout("Boiler out of order");
        var ways = MailClient.Leaves.values();

        for (var turn = 1; turn < 10; turn++) {
            staff.replies(ticket, "Dear Jan, this is question " + turn + " about your boiler.");
            var asked = jan.receives(turn);
            var way = ways[turn % ways.length];
            var quote = "On Monday, Support <support@carryon.test> wrote:\n> " + "Dear Jan,\n> how?\n";
            var answer = "Answer %d: is that %s enough for you?".formatted(turn, "really ".repeat(turn));
            jan.writes(
                    way == MailClient.Leaves.NUMBER || turn % 2 == 0 ? asked.getSubject() : "Re: A word more " + turn,
                    turn % 2 == 0 ? answer + "\n\n" + quote : quote + "\n" + answer,
                    asked,
                    way);
            assertThat(staff.reads(ticket, 2 * turn + 1).getLast())
                    .as(way.name())
                    .contains("Answer " + turn);
        }
        assertThat(staff.ticketsAbout("boiler")).containsExactly(ticket);
    }

    @Test
    void twoCustomersWithTheSameSubjectAndAStrangerInTheThreadAreTicketsOfTheirOwn() throws Exception {
        var carryon = Carryon.running();
        var staff = new Staff(carryon);
        var lea = new MailClient(carryon, "lea.roth@customers.example");
        lea.writes("Delivery of the wardrobe", "When do you bring my wardrobe?", null);
        var hers = staff.seesTicketAbout("wardrobe");
        staff.replies(hers, "Dear Lea, you asked when it comes: on Friday at nine, to 12 Hill Road.");
        var answer = lea.receives();

        new MailClient(carryon, "max.hahn@customers.example")
                .writes("Delivery of the wardrobe", "When do you bring my wardrobe?", null);
        var eve = new MailClient(carryon, "eve@elsewhere.example");
        eve.writes(answer.getSubject(), "Where and when do you deliver?", answer);

        var all = staff.seesTicketsAbout("wardrobe", 3);
        assertThat(staff.reads(hers, 2)).noneMatch(text -> text.contains("Where and when"));
        var strangers = all.stream()
                .filter(id -> staff.opens(id).getString("subject").startsWith("Re:")
                        || !staff.opens(id).getList("links").isEmpty())
                .filter(id -> !id.equals(hers))
                .findFirst()
                .orElseThrow();
        assertThat(staff.opens(strangers).getString("links[0].ticketId")).isEqualTo(hers);
        staff.replies(strangers, "Good day, you asked where and when we deliver. Who are you, please?");
        assertThat(MailClient.textOf(eve.receives())).doesNotContain("Hill Road", "Lea");
    }

    @Test
    void whoStaffPutInCopyTakesPartInTheTicket() throws Exception {
        var carryon = Carryon.running();
        var staff = new Staff(carryon);
        var pia = new MailClient(carryon, "pia.lang@customers.example");
        var tom = new MailClient(carryon, "tom.lang@customers.example");
        pia.writesInCopy("Piano to be tuned", "Our piano needs tuning. Can you come?", "tom.lang@customers.example");
        var ticket = staff.seesTicketAbout("piano");
        assertThat(staff.opens(ticket).getString("participants[0].address")).isEqualTo("tom.lang@customers.example");
        assertThat(staff.opens(ticket).getBoolean("participants[0].trusted")).isFalse();

        staff.repliesInCopy(
                ticket, "Dear Pia, you asked whether we come: who is at home?", "tom.lang@customers.example");
        var copy = tom.receives();
        assertThat(copy.getHeader("To", ",")).contains("pia.lang@customers.example");
        assertThat(copy.getHeader("Cc", ",")).contains("tom.lang@customers.example");
        tom.writes(copy.getSubject(), "I am, from five o'clock.", copy);

        assertThat(staff.reads(ticket, 3).getLast()).contains("from five o'clock");
        assertThat(staff.ticketsAbout("piano")).containsExactly(ticket);
        staff.replies(ticket, "Dear both, then we come at six.");
        assertThat(MailClient.textOf(pia.receives(2))).contains("we come at six");
        assertThat(MailClient.textOf(tom.receives(2))).contains("we come at six");
    }

    @Test
    void aMachineThatWritesWithoutEndLosesNothingAndFillsATicketThatSaysWhy() throws Exception {
        var carryon = Carryon.running();
        var staff = new Staff(carryon);
        var alarm = new MailClient(carryon, "alarm@machines.example");
        for (var i = 1; i <= 40; i++) {
            alarm.writes("Furnace %d is hot".formatted(i), "Node %d reports %d degrees.".formatted(i, 900 + i), null);
        }

        var texts = staff.readsAllAbout("furnace", 41);
        assertThat(texts).filteredOn(text -> text.startsWith("Node ")).hasSize(40);
        assertThat(texts)
                .filteredOn(text -> text.contains("More mails came from this sender"))
                .hasSize(1);
    }
}
