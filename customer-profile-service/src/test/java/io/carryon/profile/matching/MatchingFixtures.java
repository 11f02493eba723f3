package io.carryon.profile.matching;

import com.fasterxml.jackson.databind.JsonNode;
import io.carryon.profile.identity.HandleKind;
import io.carryon.profile.identity.HandleNormalization;
import io.carryon.profile.identity.PhoneNumbers;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** People to compare, in a few words or as the benchmark writes them. */
final class MatchingFixtures {

    static final Instant LAST_YEAR = Instant.parse("2025-11-22T10:00:00Z");
    static final PhoneNumbers PHONES = new PhoneNumbers(() -> "DE");

    private static final HandleNormalization HANDLES = new HandleNormalization(PHONES);

    private MatchingFixtures() {}

    static Person called(String name) {
        return Person.named(name, LAST_YEAR);
    }

    static Person withPhone(String name, String number) {
        return called(name).withPhones(set(PhoneHandle.of(number, "DE", PHONES)));
    }

    static Person withMail(String name, String address) {
        return called(name).withMails(set(mail(address)));
    }

    static Person of(JsonNode line) {
        return Person.named(
                        name(line),
                        text(line, "at")
                                .map(at -> OffsetDateTime.parse(at).toInstant())
                                .orElse(null))
                .withPhones(set(text(line, "phone")
                        .flatMap(number -> PhoneHandle.of(
                                number, text(line, "tenant_region").orElse(null), PHONES))))
                .withMails(set(text(line, "email").flatMap(MatchingFixtures::mail)))
                .withAccounts(set(text(line, "account_no")))
                .withPlatformHandles(set(text(line, "handle")
                        .map(handle ->
                                PlatformNames.normal(line.path("platform").asText(), handle))))
                .withBirth(text(line, "dob")
                        .or(() -> text(line, "date_of_birth"))
                        .flatMap(BirthDates::normal)
                        .orElse(null))
                .withAddress(new PostalAddress(
                        text(line, "street_number").orElse(null),
                        text(line, "address_1").orElse(null),
                        text(line, "suburb").orElse(null),
                        text(line, "postcode").orElse(null)))
                .withHeard(new Heard(heard(line, "name"), heard(line, "postcode"), heard(line, "dob")));
    }

    private static String name(JsonNode line) {
        var parts = Stream.of(text(line, "given_name"), text(line, "surname"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return text(line, "display_name").orElse(parts.isEmpty() ? null : parts);
    }

    private static Optional<String> mail(String written) {
        var handle = HANDLES.normalize(HandleKind.MAILTO, written, null, "nobody");
        return handle.isNormal() ? Optional.of(handle.value()) : Optional.empty();
    }

    private static List<String> heard(JsonNode line, String what) {
        return StreamSupport.stream(line.path("asr").path(what).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Optional<String> text(JsonNode line, String field) {
        return Optional.ofNullable(line.path(field).asText(null)).filter(text -> !text.isBlank());
    }

    private static <T> Set<T> set(Optional<T> value) {
        return value.map(Set::of).orElse(Set.of());
    }
}
