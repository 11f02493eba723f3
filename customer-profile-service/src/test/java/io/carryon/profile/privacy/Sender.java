package io.carryon.profile.privacy;

import static io.carryon.profile.line.Contacts.call;
import static io.carryon.profile.line.Contacts.delivery;
import static io.carryon.profile.line.Contacts.handle;
import static io.carryon.profile.line.Contacts.mail;
import static io.carryon.profile.line.Contacts.reply;
import static io.carryon.profile.line.Contacts.thread;
import static io.carryon.profile.line.Contacts.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.profile.line.Line;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** A customer with everything we ever keep of one. */
final class Sender {

    final String name;
    final String word;
    private final String phone;
    final String address;
    private final String account = UUID.randomUUID().toString().substring(0, 13);
    final UUID mail = UUID.randomUUID();
    final UUID call = UUID.randomUUID();
    final UUID chat = UUID.randomUUID();
    ObjectNode written;
    String customer;
    String caller;
    String issue;

    Sender(String firstName, String address, String phone) {
        this.address = address;
        this.name = firstName + " Q" + letters();
        this.word = "kettle" + letters();
        this.phone = phone;
    }

    ObjectNode by(ObjectNode contact) {
        contact.put("text", "Something about " + word + ".");
        ((ObjectNode) contact.get("sender")).put("name", name);
        return contact;
    }

    /** @param stored everything that is kept of everybody, as text */
    void contact(Line line, Supplier<String> stored) {
        written = by(handle(mail(mail, address, word + " broke"), "account", account, "verified"));
        thread(written).put("messageId", "<" + word + "." + mail + "@example.com>");
        line.send("contact.received", address, written);
        var recognized = line.recognized(mail);
        customer = recognized.at("/customer/id").asText();
        issue = recognized.at("/issue/id").asText();
        line.send("contact.received", phone, by(call(call, phone)));
        caller = line.recognized(call).at("/customer/id").asText();
        var session = by(mail(chat, UUID.randomUUID().toString(), word)).put("channel", "chat");
        ((ObjectNode) session.at("/sender/handles/0")).put("kind", "chat");
        var tried = session.putObject("selfService");
        tried.putArray("searches").addObject().put("q", word).put("results", 1);
        tried.putArray("read").addObject().put("articleId", chat.toString()).put("title", "Mend a " + word);
        line.send("contact.received", chat.toString(), handle(session, "account", account, "verified"));
        line.recognized(chat);
        PrivacyComponentTest.post("merge", "admin", caller, Map.of("into", customer))
                .statusCode(200);
        PrivacyComponentTest.prefer(customer, Map.of("language", "de", "formOfAddress", "Dr. " + name));
        var ticket = UUID.randomUUID();
        var number = digits(9);
        var opened = ticket(ticket, number, issue, customer, 1, "OPENED", "NEW").put("subject", word + " broke");
        line.send("ticket.changed", ticket.toString(), opened);
        var answered = reply(
                ticket(ticket, number, issue, customer, 2, "REPLIED", "WAITING_FOR_CUSTOMER")
                        .put("subject", word + " broke"),
                UUID.randomUUID(),
                "We send a new " + word);
        answered.putObject("promise").put("text", word + " by Monday").put("dueAt", "2026-12-01T09:00:00Z");
        line.send("ticket.changed", ticket.toString(), answered);
        line.send(
                "delivery.outcome",
                ticket.toString(),
                delivery(UUID.randomUUID(), ticket, issue, "FAILED", null).put("reason", "unknown " + address));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            var kept = stored.get();
            return kept.contains("We send a new " + word) && kept.contains("unknown " + address);
        });
    }

    boolean isOfMail(JsonNode recognized) {
        return mail.toString().equals(recognized.at("/contact/contactId").asText());
    }

    /** All that names or quotes them. */
    List<String> traces() {
        return List.of(name, name.split(" ")[1], word, address, account, e164());
    }

    private String e164() {
        return "+49" + phone.replace(" ", "").substring(1);
    }

    static String digits(int most) {
        return String.valueOf(Math.abs(UUID.randomUUID().getMostSignificantBits()))
                .substring(0, most);
    }

    private static String letters() {
        return digits(12)
                .chars()
                .collect(
                        StringBuilder::new,
                        (word, digit) -> word.append((char) (digit + 'a' - '0')),
                        StringBuilder::append)
                .toString();
    }
}
