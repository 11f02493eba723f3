package io.carryon.gateway.portal;

import io.carryon.gateway.selfservice.PortalAnswers;
import io.carryon.gateway.selfservice.RequestState;
import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What every page shows around its own part, in one language.
 *
 * @param path of the page, for the same in another language
 * @param query what that needs of the page's query, or ""
 * @param form the id of a form that goes along to another language, or null
 * @param word the word of this browser's forms
 * @param who signed in, or null
 */
@TemplateData
public record Page(
        String lang,
        String brand,
        String style,
        String path,
        String query,
        String form,
        String word,
        String who,
        String phone,
        String chat,
        String email,
        Times times) {

    private static final double KILOBYTE = 1_000;

    /** The languages everything is there in, each by its own name. */
    public record Language(String code, String name) {}

    public static final List<Language> LANGUAGES = List.of(
            new Language("en", "English"),
            new Language("de", "Deutsch"),
            new Language("fr", "Français"),
            new Language("es", "Español"),
            new Language("pl", "Polski"),
            new Language("ro", "Română"),
            new Language("lt", "Lietuvių"));

    public List<Language> languages() {
        return LANGUAGES;
    }

    /** The same with a form of that id, which this path shows. */
    Page withForm(String id, String at) {
        return new Page(lang, brand, style, at, "", id, word, who, phone, chat, email, times);
    }

    /** The same as shown at this path, in answer to what was sent from there. */
    Page from(String page) {
        return new Page(lang, brand, style, page, "", null, word, who, phone, chat, email, times);
    }

    public String inLanguage(String code) {
        return path + "?" + (query.isEmpty() ? "" : query + "&") + "lang=" + code;
    }

    /** A language's own name. */
    public String languageName(String code) {
        return LANGUAGES.stream()
                .filter(language -> language.code().equals(code))
                .map(Language::name)
                .findFirst()
                .orElse(code);
    }

    /** The direction its language is written in. */
    public String dir() {
        return dirOf(lang);
    }

    public String dirOf(String code) {
        return switch (code) {
            case "ar", "fa", "he", "ur" -> "rtl";
            default -> "ltr";
        };
    }

    public boolean signedIn() {
        return who != null;
    }

    public boolean at(String other) {
        return path.equals(other);
    }

    public String phoneHref() {
        return "tel:" + phone.replaceAll("[^+0-9]", "");
    }

    /** A moment in the customer's words. */
    public String when(Instant moment) {
        return times.when(moment);
    }

    /** A day in the customer's words. */
    public String day(LocalDate day) {
        return times.date(day);
    }

    /** The same of a moment. */
    public String dayOf(Instant moment) {
        return times.date(moment);
    }

    /** By when they hear from us, or that it is late. */
    public String byWhen(Instant moment) {
        return times.byWhen(moment);
    }

    /** From when to when. */
    public String span(Instant from, Instant to) {
        return times.span(from, to);
    }

    /** The zone in which times are told. */
    public String zoneName() {
        return times.zoneName();
    }

    public List<Integer> scores() {
        return List.of(1, 2, 3, 4, 5);
    }

    /** Bytes, in words. */
    public String size(long bytes) {
        return bytes < KILOBYTE * KILOBYTE
                ? String.format(Locale.forLanguageTag(lang), "%.0f kB", Math.max(1, bytes / KILOBYTE))
                : String.format(Locale.forLanguageTag(lang), "%.1f MB", bytes / KILOBYTE / KILOBYTE);
    }

    public String stateClass(RequestState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String stateKey(RequestState state) {
        return "state_" + state.name().toLowerCase(Locale.ROOT);
    }

    public String stateTextKey(RequestState state) {
        return stateKey(state) + "_text";
    }

    /** The message for what comes next. */
    public String stepKey(String code) {
        return switch (code == null ? "" : code) {
            case "FIRST_RESPONSE" -> "step_first_response";
            case "NEXT_RESPONSE" -> "step_next_response";
            case "RESOLUTION" -> "step_resolution";
            case "WAITING_FOR_CUSTOMER" -> "step_waiting_for_customer";
            case "ON_HOLD" -> "step_on_hold";
            default -> "step_promised";
        };
    }

    /** Whether anything can be expected of a request in this state. */
    public boolean expects(RequestState state, PortalAnswers.Expectation expectation) {
        return !state.isOver() && expectation != null && expectation.code() != null;
    }
}
