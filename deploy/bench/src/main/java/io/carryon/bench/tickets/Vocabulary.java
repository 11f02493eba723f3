package io.carryon.bench.tickets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;

/** What customers and staff of a support centre say, in one language. */
final class Vocabulary {

    private static final List<String> CITIES = List.of(
            "Berlin", "München", "Köln", "Paris", "Orléans", "Madrid", "Málaga", "Milano", "Kraków", "Gdańsk", "Leeds");
    private static final List<String> SYLLABLES = List.of(
            "ba", "ve", "lo", "ri", "tan", "mex", "du", "sol", "ka", "nor", "pi", "zen", "qua", "fo", "ter", "lux");
    private static final int MODELS = 20_000;
    private static final Pattern BLANK = Pattern.compile("\\{([a-z]+)}");

    private static final List<Vocabulary> ALL = read();

    private final List<String> names = new ArrayList<>();
    private final List<String> things = new ArrayList<>();
    private final List<String> subjects = new ArrayList<>();
    private final List<String> customers = new ArrayList<>();
    private final List<String> staff = new ArrayList<>();

    private Vocabulary() {}

    /** Some languages are spoken more than others: each half as often as the one before, roughly. */
    static Vocabulary chosen(Random random) {
        var place = (int) (ALL.size() * Math.pow(random.nextDouble(), 1.8));
        return ALL.get(place);
    }

    String name(Random random) {
        return one(names, random);
    }

    String subject(Random random, String name) {
        var said = filled(one(subjects, random), random, name);
        return said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1);
    }

    /** Two to four sentences of a customer. */
    String customer(Random random, String name) {
        return said(customers, random, name, 2 + random.nextInt(3));
    }

    /** Two or three sentences of staff. */
    String staff(Random random, String name) {
        return said(staff, random, name, 2 + random.nextInt(2));
    }

    private String said(List<String> phrases, Random random, String name, int count) {
        var said = new StringBuilder();
        for (var i = 0; i < count; i++) {
            said.append(i == 0 ? "" : " ").append(filled(one(phrases, random), random, name));
        }
        return said.toString();
    }

    private String filled(String phrase, Random random, String name) {
        return BLANK.matcher(phrase).replaceAll(found -> switch (found.group(1)) {
            case "name" -> name;
            case "order" -> "%04d-%04d".formatted(1_000 + random.nextInt(9_000), random.nextInt(10_000));
            case "model" -> model(random);
            case "city" -> one(CITIES, random);
            default -> one(things, random);
        });
    }

    /** A product's name: few are asked about often, most seldom. */
    static String model(Random random) {
        var number = (int) (MODELS * Math.pow(random.nextDouble(), 3));
        var name = new StringBuilder();
        for (var rest = number + 256; rest > 0; rest /= SYLLABLES.size()) {
            name.append(SYLLABLES.get(rest % SYLLABLES.size()));
        }
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static String one(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static List<Vocabulary> read() {
        var all = new ArrayList<Vocabulary>();
        try (var lines = new BufferedReader(new InputStreamReader(
                Vocabulary.class.getResourceAsStream("vocabulary.txt"), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    all.add(new Vocabulary());
                } else {
                    all.getLast().learn(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private void learn(String kind, String said) {
        switch (kind) {
            case "names" -> names.addAll(List.of(said.split("\\|")));
            case "things" -> things.addAll(List.of(said.split("\\|")));
            case "subject" -> subjects.add(said);
            case "customer" -> customers.add(said);
            default -> staff.add(said);
        }
    }
}
