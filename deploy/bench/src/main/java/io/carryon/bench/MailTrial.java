package io.carryon.bench;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Conversations by mail through the real servers of {@code deploy/mailservers}: each must land in the right ticket, reports of
 * failure and answers of machines where they belong, and nothing may go round in circles.
 */
final class MailTrial {

    private static final List<String> ALL = List.of("INBOX", "Processed", "Failed");

    private final MailPerson support = new MailPerson("support");
    private MailPerson customer;
    private MailPerson other;
    private MailPerson away;
    private MailPerson gone;
    private final MailDesk desk;
    // Of letters: with digits it would be read as a number of something, which two mails of a customer have in common.
    private final String run = letters(System.currentTimeMillis());
    private final Duration quiet;

    /** A customer's ticket, and support's mail that answered it. */
    private record Answered(JsonNode ticket, MimeMessage mail) {}

    private interface Conversation {
        void takesPlace() throws Exception;
    }

    private MailTrial(MailDesk desk, Duration quiet) {
        this.desk = desk;
        this.quiet = quiet;
    }

    public static void main(String[] args) throws Exception {
        var options = new Options(args);
        var api = new CarryonApi(new RunningStack(Path.of(options.text("run", ".carryon/run.json"))));
        var trial = new MailTrial(new MailDesk(api), Duration.ofMinutes(options.number("quiet", 10)));
        System.exit(trial.run() ? 0 : 1);
    }

    private boolean run() {
        Map<String, Conversation> conversations = new LinkedHashMap<>();
        conversations.put("ten turns are one conversation of one ticket", this::tenTurns);
        conversations.put("two customers with the same subject have a ticket each", this::sameSubject);
        conversations.put("a stranger with the thread's marks gets a ticket of their own", this::hijacked);
        conversations.put("somebody the thread was forwarded to gets a ticket of their own", this::forwarded);
        conversations.put("the server's report of an unknown address is the reply's fate", this::unknownAddress);
        conversations.put(
                "an answer of a machine that is away moves nothing, and nothing goes in circles", this::absence);
        var right = true;
        for (var conversation : conversations.entrySet()) {
            try {
                newPeople();
                conversation.getValue().takesPlace();
                System.out.println("ok     " + conversation.getKey());
            } catch (Exception e) {
                // What one of them breaks is a result, and the next is still to be tried.
                right = false;
                System.out.println("WRONG  " + conversation.getKey() + ": " + e);
            }
        }
        return right;
    }

    /** What a customer wrote before has no say in where a mail belongs. */
    private void newPeople() {
        var detail = "+" + letters(System.currentTimeMillis());
        customer = new MailPerson("customer", detail);
        other = new MailPerson("other", detail);
        away = new MailPerson("away", detail);
        gone = new MailPerson("gone", detail);
    }

    private static String letters(long number) {
        return Long.toString(number)
                .chars()
                .mapToObj(digit -> Character.toString('a' + digit - '0'))
                .collect(Collectors.joining());
    }

    private String subject(String of) {
        return of + " " + run;
    }

    private void tenTurns() throws Exception {
        var subject = subject("Broken lamp");
        customer.writes(support.address(), subject, "My lamp is broken. Turn 1.");
        var ticket = desk.about(subject, 1).getFirst();
        var id = ticket.path("id").asText();
        for (var turn = 2; turn < 10; turn += 2) {
            desk.replies(id, "We look into the lamp. Turn %d.".formatted(turn));
            var answered = customer.receives("Turn %d.".formatted(turn));
            customer.sends(answer(answered, turn, ticket.path("number").asText()));
            var said = "Turn %d.".formatted(turn + 1);
            desk.reads(
                    id,
                    said,
                    entries -> contacts(entries).anyMatch(entry -> text(entry).contains(said)));
        }
        desk.replies(id, "A new lamp is on its way. Turn 10.");
        customer.receives("Turn 10.");
        expect(desk.entries(id).size() == 10, "ten entries");
        desk.about(subject, 1);
    }

    /** As different mail programs answer: whole threads, one mark only, or none but the number in the subject. */
    private MimeMessage answer(MimeMessage answered, int turn, String number) throws Exception {
        var text = "Still dark. Turn %d.%n%n> We look into the lamp. Turn %d.".formatted(turn + 1, turn);
        var to = ((InternetAddress) answered.getReplyTo()[0]).getAddress();
        var id = answered.getMessageID();
        var mail = customer.mail(to, "Re: " + answered.getSubject().replaceFirst("(?i)^re: ", ""), text);
        switch (turn) {
            case 2 -> {
                mail.setHeader("In-Reply-To", id);
                mail.setHeader("References", answered.getHeader("References", " ") + " " + id);
            }
            case 4 -> {
                mail = customer.mail(support.address(), "Another word for it", text);
                mail.setHeader("References", id);
            }
            case 6 -> mail.setSubject("No more subject");
            default -> mail = customer.mail(support.address(), "AW: [#" + number + "] lamp", text);
        }
        return mail;
    }

    private void sameSubject() throws Exception {
        var subject = subject("Invoice");
        customer.writes(support.address(), subject, "My invoice is wrong.");
        other.writes(support.address(), subject, "I have no invoice.");
        var tickets = desk.about(subject, 2);
        expect(!tickets.get(0).path("customerId").equals(tickets.get(1).path("customerId")), "two customers");
    }

    private void hijacked() throws Exception {
        var theirs = answered("Refund of my ticket", "Your refund leaves us today.");
        var mail = other.mail(
                support.address(),
                "Re: [#" + theirs.ticket().path("number").asText() + "] refund",
                "Send it to my account instead, please.");
        mail.setHeader("In-Reply-To", theirs.mail().getMessageID());
        mail.setHeader("References", theirs.mail().getMessageID());
        other.sends(mail);
        isApart(theirs, mail.getSubject(), "my account instead");
    }

    private void forwarded() throws Exception {
        var theirs = answered("Delivery of the sofa", "The sofa comes on Friday.");
        var subject = "Fwd: " + theirs.mail().getSubject();
        var mail = other.mail(
                support.address(),
                subject,
                "I live next door and would take the sofa.%n%n---------- Forwarded message ---------%nFrom: %s%n%n%s"
                        .formatted(support.address(), MailWords.of(theirs.mail())));
        mail.setHeader("References", theirs.mail().getMessageID());
        other.sends(mail);
        isApart(theirs, subject, "next door");
    }

    private Answered answered(String of, String reply) throws Exception {
        var subject = subject(of);
        customer.writes(support.address(), subject, "Where is it? I have waited for a week.");
        var ticket = desk.about(subject, 1).getFirst();
        desk.replies(ticket.path("id").asText(), reply);
        return new Answered(ticket, customer.receives(reply));
    }

    private void isApart(Answered theirs, String subject, String said) throws Exception {
        var apart = desk.about(subject, 1).getFirst();
        expect(!apart.path("id").equals(theirs.ticket().path("id")), "a ticket of its own");
        var entries = desk.entries(theirs.ticket().path("id").asText());
        expect(contacts(entries).noneMatch(entry -> text(entry).contains(said)), "nothing of it in the other's ticket");
    }

    private void unknownAddress() throws Exception {
        var subject = subject("From an address that ceases");
        gone.writes(support.address(), subject, "Please answer me.");
        var ticket = desk.about(subject, 1).getFirst().path("id").asText();
        desk.replies(ticket, "Here is your answer.");
        var entries = desk.reads(
                ticket,
                "a reply that bounced",
                all -> StreamSupport.stream(all.spliterator(), false)
                        .anyMatch(entry ->
                                "BOUNCED".equals(entry.at("/delivery/state").asText())));
        expect(contacts(entries).count() == 1, "one contact: the report is none");
        System.out.println(
                "       reason shown: " + entries.get(1).at("/delivery/reason").asText());
    }

    private void absence() throws Exception {
        var subject = subject("Before my holidays");
        away.writes(support.address(), subject, "Please tell me by when it is done.");
        var ticket = desk.about(subject, 1).getFirst().path("id").asText();
        var processed = support.count(ALL);
        desk.replies(ticket, "It is done on Thursday.");
        away.receives("It is done on Thursday.");
        while (support.count(List.of("Processed")) <= processed) {
            Backoff.afterRefusal();
        }
        var mails = support.count(ALL) + away.count(ALL);
        Thread.sleep(quiet);
        expect(contacts(desk.entries(ticket)).count() == 1, "one contact: the machine's answer is none");
        expect(support.count(ALL) + away.count(ALL) == mails, "no mail more after " + quiet.toMinutes() + " minutes");
    }

    private static Stream<JsonNode> contacts(JsonNode entries) {
        return StreamSupport.stream(entries.spliterator(), false)
                .filter(entry -> "CONTACT".equals(entry.path("kind").asText()));
    }

    private static String text(JsonNode entry) {
        return entry.path("visibleText").asText(entry.path("text").asText());
    }

    private static void expect(boolean isSo, String expected) throws IOException {
        if (!isSo) {
            throw new IOException("expected " + expected);
        }
    }
}
