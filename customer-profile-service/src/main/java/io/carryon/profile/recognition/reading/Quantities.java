package io.carryon.profile.recognition.reading;

import java.util.List;
import java.util.Set;

/** Tells amounts of money and measures, which say how much, from numbers that name something. */
final class Quantities {

    private static final Set<String> CURRENCIES =
            Set.of(("euro euros eur eurow euru eurai eurus dollar dollars usd cad aud"
                            + " pound pounds gbp quid bucks cent cents pence pln zl zloty zlote zlotych grosz groszy lei leu ron bani"
                            + " chf franken francs sek nok dkk kronor kroner czk korun huf forint uah inr rupees jpy yen aed")
                    .split(" "));
    private static final Set<String> MEASURES = Set.of(("percent prozent procent procentow proc km kms kilometer"
                    + " kilometers kilometre kilometres miles mile meter meters metres kg kilo kilos kilogram gram grams"
                    + " kwh mb gb tb mbit mbps points punkte punktow puntos puncte tasku seconds minutes minuten minutos"
                    + " minut minute minuciu hours stunden heures horas godzin ore valandu days tage tagen jours dias dni"
                    + " zile dienu weeks wochen semaines semanas tygodni saptamani savaiciu months monate monaten mois meses"
                    + " miesiecy luni menesiu years jahre jahren ans anos lat ani metu people personen personnes personas"
                    + " pieces stuck pcs times")
            .split(" "));
    private static final String SIGNS = "€$£¥₹%";

    private final List<Word> words;
    private final String text;

    Quantities(List<Word> words, String text) {
        this.words = words;
        this.text = text;
    }

    /** Whether what stands from one word to another says how much. */
    boolean has(int first, int last) {
        var before = words.get(first).start();
        var after = words.get(last).end();
        var next = last + 1 < words.size()
                        && text.substring(after, words.get(last + 1).start()).isBlank()
                ? words.get(last + 1).text()
                : "";
        var previous =
                first > 0 && text.substring(words.get(first - 1).end(), before).isBlank()
                        ? words.get(first - 1).text()
                        : "";
        return SIGNS.indexOf(beside(before - 1, -1)) >= 0
                || SIGNS.indexOf(beside(after, 1)) >= 0
                || CURRENCIES.contains(previous)
                || CURRENCIES.contains(next)
                || MEASURES.contains(next);
    }

    /** The first mark at or beyond the place, one blank skipped. */
    private char beside(int at, int step) {
        var beyond = at >= 0 && at < text.length() && text.charAt(at) == ' ' ? at + step : at;
        return beyond >= 0 && beyond < text.length() ? text.charAt(beyond) : ' ';
    }
}
