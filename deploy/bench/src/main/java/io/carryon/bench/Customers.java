package io.carryon.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Customers who write through the portal or by mail, and try again until they are acknowledged. */
final class Customers {

    private static final String TEXT = "Hello, my order has not arrived although the tracking page says delivered since"
            + " Tuesday. Could you find out where the parcel is? Thank you.";

    private final CarryonApi api;
    private final String run;
    private final int population;
    private final String support;
    private final MailRoute route;

    /** @param population how many different people write; each contact is from the next one in turn */
    Customers(CarryonApi api, String run, int population) throws IOException {
        this(
                api,
                run,
                population,
                "support@carryon.test",
                new MailRoute(api.stack().smtpHost(), api.stack().smtpPort()));
    }

    /**
     * @param support the address that mails go to
     * @param route the way they go
     */
    Customers(CarryonApi api, String run, int population, String support, MailRoute route) {
        this.api = api;
        this.run = run;
        this.population = population;
        this.support = support;
        this.route = route;
    }

    /** Writes through the portal until it is accepted, always with the same idempotency key. */
    Accepted askOnThePortal(int number) throws InterruptedException {
        var subject = subject(number);
        String contactId;
        do {
            contactId = api.request(run + "-" + number, name(number), address(number), subject, TEXT);
            if (contactId == null) {
                Backoff.afterRefusal();
            }
        } while (contactId == null);
        return new Accepted(contactId, subject, System.nanoTime());
    }

    /** Sends a mail until the server has taken it; a mail whose answer was lost is sent again with the same id. */
    Accepted write(int number) throws InterruptedException {
        var mail = mail(number);
        while (true) {
            try {
                route.deliver(address(number), support, mail);
                return new Accepted(null, subject(number), System.nanoTime());
            } catch (IOException e) {
                Backoff.afterRefusal();
            }
        }
    }

    /** The mail that {@link #write} sends. */
    byte[] mail(int number) {
        return """
                From: %s <%s>
                To: %s
                Subject: %s
                Date: %s
                Message-ID: <%s-%d@bench.example>
                Content-Type: text/plain; charset=utf-8

                %s
                """.formatted(
                        name(number),
                        address(number),
                        support,
                        subject(number),
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)),
                        run,
                        number,
                        TEXT)
                .getBytes(StandardCharsets.UTF_8);
    }

    private String subject(int number) {
        // All of one length: the search finds words by their beginning.
        return "Parcel %s-%06d not delivered".formatted(run, number);
    }

    private String name(int number) {
        return "Customer " + number % population;
    }

    private String address(int number) {
        return "customer%d@bench.example".formatted(number % population);
    }
}
