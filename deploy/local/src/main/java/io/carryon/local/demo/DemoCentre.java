package io.carryon.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Fills a running Carryon with a small support centre, through the doors that customers and staff use. */
public final class DemoCentre {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TRIES = 60;

    private final Path done;
    private final Doors doors;
    private final DemoMail mail;

    /** A file in the data directory remembers that it is filled. */
    public DemoCentre(Path data, Doors doors, String smtpHost, int smtpPort, String supportAddress) {
        this.done = data.resolve("demo.loaded");
        this.doors = doors;
        this.mail = new DemoMail(smtpHost, smtpPort, supportAddress);
    }

    /** How many contacts were sent; 0 when the data directory has them already. */
    public int fill() throws IOException {
        if (Files.exists(done)) {
            return 0;
        }
        List<DemoContact> contacts;
        try (InputStream text = DemoCentre.class.getResourceAsStream("contacts.json")) {
            contacts = List.of(JSON.readValue(text, DemoContact[].class));
        }
        publishArticles();
        for (DemoContact contact : contacts) {
            send(contact);
        }
        for (DemoContact contact : contacts) {
            if (contact.reply() != null) {
                answer(contact);
            }
        }
        Files.writeString(done, "");
        return contacts.size();
    }

    /** What customers read to help themselves; the same keys and texts again make no second ones. */
    private void publishArticles() throws IOException {
        DemoArticle[] articles;
        try (InputStream text = DemoCentre.class.getResourceAsStream("articles.json")) {
            articles = JSON.readValue(text, DemoArticle[].class);
        }
        for (DemoArticle article : articles) {
            JsonNode made = doors.call("gateway", "supervisor", "POST", "/v1/articles", article.key(), article.form());
            String path = "/v1/articles/" + made.path("id").asText();
            doors.call("gateway", "supervisor", "POST", path + "/publish", null, null);
            doors.call("gateway", "supervisor", "POST", path + "/verify", null, null);
        }
    }

    private void send(DemoContact contact) throws IOException {
        switch (contact.channel()) {
            case "email" -> mail.send(contact);
            case "phone" -> {
                String call = "/v1/ivr/calls/demo-" + contact.key();
                doors.call(
                        "gateway",
                        "ivr",
                        "PUT",
                        call,
                        contact.key(),
                        Map.of("from", contact.from(), "to", "+49 30 5550100"));
                doors.call("gateway", "ivr", "POST", call + "/zero-out", contact.key(), Map.of("trigger", "dtmf0"));
            }
            default ->
                doors.call(
                        "gateway",
                        "portal",
                        "POST",
                        "/portal/v1/requests",
                        contact.key(),
                        Map.of(
                                "requester", Map.of("name", contact.name(), "email", contact.email()),
                                "subject", contact.subject(),
                                "text", contact.text(),
                                "language", contact.language()));
        }
    }

    private void answer(DemoContact contact) throws IOException {
        String ticket = "/v1/tickets/" + awaitTicket(contact.subject());
        doors.call("ticketing", "agent", "POST", ticket + "/replies", contact.key(), Map.of("text", contact.reply()));
        if (contact.resolve()) {
            doors.call("ticketing", "agent", "PUT", ticket + "/status", contact.key(), Map.of("status", "RESOLVED"));
        }
    }

    private String awaitTicket(String subject) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            JsonNode list = doors.call("ticketing", "agent", "GET", "/v1/tickets?limit=100", null, null);
            for (JsonNode ticket : list.path("items")) {
                if (subject.equals(ticket.path("subject").asText())) {
                    return ticket.path("id").asText();
                }
            }
            pause();
        }
        throw new IOException("the contact \"" + subject + "\" did not become a ticket");
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
