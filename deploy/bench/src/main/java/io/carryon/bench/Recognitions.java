package io.carryon.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How long the profile takes to recognize a contact of a customer with a history, by its own metric: by what the contact
 * names, and by what its words mean.
 */
final class Recognitions {

    private static final List<String> TROUBLES = List.of(
            "The parcel of order %s never reached me although the tracking page has said delivered since Tuesday.",
            "You charged my card twice for invoice %s and I would like one of the two payments to be returned.",
            "Since the last update the app closes by itself whenever I open the map, I have order %s there.",
            "Please change the delivery address of my order %s, we have moved to the other end of the town.",
            "The technician who was to come about order %s did not show up, and nobody told me why.",
            "I cannot log in to my account any more, the reset link for contract %s leads to an empty page.");
    private static final List<String> OTHER_WORDS = List.of(
            "Hello, my package is still missing. The courier claims that it was handed over, but nobody here has"
                    + " received anything. Could you please find out where it is and tell me when it will arrive?",
            "Hello, I looked at my bank statement and the same amount was taken two times. I have waited a week for the"
                    + " money now. When will I get back what was too much?",
            "Hello, the programme on my phone still crashes as soon as the map is shown, and I depend on it every day."
                    + " Has anybody found the cause by now?",
            "Hello, we do not live at the old place any longer. Did you take note of where the goods have to go now?");

    private final CarryonApi api;
    private final String run;
    private final int customers;
    private final int earlier;
    private final AtomicReference<String> last = new AtomicReference<>();

    private Recognitions(CarryonApi api, String run, int customers, int earlier) {
        this.api = api;
        this.run = run;
        this.customers = customers;
        this.earlier = earlier;
    }

    public static void main(String[] args) throws Exception {
        var options = new Options(args);
        var recognitions = new Recognitions(
                new CarryonApi(new RunningStack(Path.of(options.text("run", ".carryon/run.json")))),
                Long.toString(System.currentTimeMillis(), 36),
                options.number("customers", 300),
                options.number("earlier", 12));
        recognitions.run(options.number("rate", 5), options.number("history-rate", 40));
    }

    private void run(int rate, int historyRate) throws Exception {
        System.out.printf("%d customers with %d contacts each%n", customers, earlier);
        send("history", historyRate, customers * earlier, this::trouble);
        var before = api.profileMetrics();
        send("meaning", rate, customers, number -> OTHER_WORDS.get(number % OTHER_WORDS.size()));
        var between = api.profileMetrics();
        send("named", rate, customers, number -> "What about order " + order(number) + "?");
        var after = api.profileMetrics();
        System.out.println("in other words: " + way("meaning", before, between));
        System.out.println("what was named: " + way("named", between, after));
    }

    /** The texts differ from each other, as those of real customers do. */
    private String trouble(int number) {
        return TROUBLES.get(number / customers % TROUBLES.size()).formatted(order(number))
                + " I first noticed it %d days ago.".formatted(2 + number % 90);
    }

    private String order(int number) {
        return "%07d".formatted(1_000_000 + number);
    }

    private static Histogram way(String way, String before, String after) {
        var labels = "way=\"" + way + '"';
        return Histogram.read(after, "carryon_recognition", labels)
                .since(Histogram.read(before, "carryon_recognition", labels));
    }

    /** The words of a contact by its number. */
    @FunctionalInterface
    private interface Text {
        String of(int number);
    }

    /** Each customer in turn; returns when all are recognized. */
    private void send(String kind, int rate, int count, Text text) throws InterruptedException, IOException {
        var failed = Arrivals.at(rate, number -> number < count, number -> {
            var person = number % customers;
            var contact = api.request(
                    run + kind + number,
                    "Customer " + person,
                    "recognized%s%d@bench.example".formatted(run, person),
                    "A question",
                    text.of(number));
            if (contact == null) {
                throw new IOException("not accepted");
            }
            last.set(contact);
        });
        if (failed > 0) {
            throw new IOException(failed + " of " + count + " contacts were not accepted");
        }
        var backoff = new Backoff();
        while (!api.recognized(last.get())) {
            backoff.beforeLookingAgain();
        }
    }
}
