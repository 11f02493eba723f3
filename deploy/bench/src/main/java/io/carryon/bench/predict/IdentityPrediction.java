package io.carryon.bench.predict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.profile.identity.HandleKind;
import io.carryon.profile.identity.HandleNormalization;
import io.carryon.profile.identity.PhoneNumbers;
import io.carryon.profile.matching.BirthDates;
import io.carryon.profile.matching.Heard;
import io.carryon.profile.matching.IdentityMatcher;
import io.carryon.profile.matching.Person;
import io.carryon.profile.matching.PhoneHandle;
import io.carryon.profile.matching.PlatformNames;
import io.carryon.profile.matching.PostalAddress;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Whether two records are of one person, with the reasons. */
final class IdentityPrediction implements Prediction {

    private final PhoneNumbers phones = new PhoneNumbers(() -> "DE");
    private final HandleNormalization normalization = new HandleNormalization(phones);
    private final IdentityMatcher matcher = new IdentityMatcher();

    @Override
    public ObjectNode of(JsonNode line) {
        var decision = matcher.decide(person(line.path("a")), person(line.path("b")));
        var answer = JsonNodeFactory.instance
                .objectNode()
                .put("id", line.path("id").asText())
                .put("decision", decision.verdict().name().toLowerCase(Locale.ROOT))
                .put("weight", decision.weight());
        var reasons = answer.putArray("evidence");
        decision.evidence().forEach(each -> reasons.add(each.weight() + " " + each.reason()));
        return answer;
    }

    private Person person(JsonNode record) {
        return Person.named(
                        name(record),
                        text(record, "at")
                                .map(at -> OffsetDateTime.parse(at).toInstant())
                                .orElse(null))
                .withPhones(set(text(record, "phone")
                        .flatMap(number -> PhoneHandle.of(
                                number, text(record, "tenant_region").orElse(null), phones))))
                .withMails(set(text(record, "email").flatMap(this::mail)))
                .withAccounts(set(text(record, "account_no")))
                .withPlatformHandles(set(text(record, "handle")
                        .map(handle ->
                                PlatformNames.normal(text(record, "platform").orElse(""), handle))))
                .withBirth(text(record, "dob")
                        .or(() -> text(record, "date_of_birth"))
                        .flatMap(BirthDates::normal)
                        .orElse(null))
                .withAddress(new PostalAddress(
                        text(record, "street_number").orElse(null),
                        text(record, "address_1").orElse(null),
                        text(record, "suburb").orElse(null),
                        text(record, "postcode").orElse(null)))
                .withHeard(new Heard(heard(record, "name"), heard(record, "postcode"), heard(record, "dob")));
    }

    private static String name(JsonNode record) {
        var parts = Stream.of(text(record, "given_name"), text(record, "surname"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return text(record, "display_name").orElse(parts.isEmpty() ? null : parts);
    }

    private Optional<String> mail(String written) {
        var handle = normalization.normalize(HandleKind.MAILTO, written, null, "nobody");
        return handle.isNormal() ? Optional.of(handle.value()) : Optional.empty();
    }

    private static List<String> heard(JsonNode record, String what) {
        return StreamSupport.stream(record.path("asr").path(what).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Optional<String> text(JsonNode record, String field) {
        return Optional.ofNullable(record.path(field).asText(null)).filter(text -> !text.isBlank());
    }

    private static <T> Set<T> set(Optional<T> value) {
        return value.map(Set::of).orElse(Set.of());
    }
}
