package io.carryon.profile.matching;

import static io.carryon.profile.matching.MatchingFixtures.called;
import static io.carryon.profile.matching.MatchingFixtures.withMail;
import static io.carryon.profile.matching.MatchingFixtures.withPhone;
import static io.carryon.profile.matching.Verdict.MERGE;
import static io.carryon.profile.matching.Verdict.SEPARATE;
import static io.carryon.profile.matching.Verdict.SUGGEST;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdentityMatcherTest {

    private static final String MOBILE = "+49 1512 3456789";
    private static final String LANDLINE = "+49 30 123456";

    private final IdentityMatcher matcher = new IdentityMatcher();

    static Stream<Arguments> pairs() {
        return Stream.of(
                Arguments.of(
                        "a mailbox and one name in two orders",
                        MERGE,
                        withMail("Jürgen Groß", "j.gross@web.de"),
                        withMail("Gross, Juergen", "J.Gross@WEB.de")),
                Arguments.of(
                        "dots and tags of one personal mailbox",
                        MERGE,
                        withMail("Ana Pop", "ana.pop@gmail.com"),
                        withMail(null, "anapop+shop@googlemail.com")),
                Arguments.of(
                        "dots elsewhere",
                        SUGGEST,
                        withMail(null, "ana.pop@firma.de"),
                        withMail(null, "anapop@firma.de")),
                Arguments.of(
                        "tags of a company's mailbox",
                        SUGGEST,
                        withMail(null, "ana.pop+a@firma.de"),
                        withMail(null, "ana.pop+b@firma.de")),
                Arguments.of(
                        "a mailbox of a function",
                        SEPARATE,
                        withMail("Ana Pop", "buchhaltung@firma.de"),
                        withMail("Jan Kut", "buchhaltung@firma.de")),
                Arguments.of(
                        "a mailbox that is nobody's",
                        SEPARATE,
                        withMail("Ana Pop", "no-reply@firma.de"),
                        withMail("Ana Pop", "no-reply@firma.de")),
                Arguments.of(
                        "a couple's mailbox",
                        SUGGEST,
                        withMail("Anna und Jan Kut", "kut@web.de"),
                        withMail("Jan Kut", "kut@web.de")),
                Arguments.of(
                        "a mobile number and no second name",
                        MERGE,
                        withPhone("Ana Pop", MOBILE),
                        withPhone(null, "01512/3456789")),
                Arguments.of(
                        "a mobile number and a name that differs in its ending",
                        SUGGEST,
                        withPhone("Jan Kut", MOBILE),
                        withPhone("Jana Kut", MOBILE)),
                Arguments.of(
                        "a family's landline",
                        SEPARATE,
                        withPhone("Jan Kut", LANDLINE),
                        withPhone("Ewa Kut", LANDLINE)),
                Arguments.of(
                        "a landline and the whole name: parent and child may share both",
                        SUGGEST,
                        withPhone("Jan Kut", LANDLINE),
                        withPhone("Kut Jan", LANDLINE)),
                Arguments.of(
                        "two extensions of one switchboard",
                        SEPARATE,
                        withPhone("Jan Kut", LANDLINE + " Durchwahl 12"),
                        withPhone("Jan Kut", LANDLINE + " ext. 13")),
                Arguments.of(
                        "a withheld number",
                        SEPARATE,
                        withPhone("Jan Kut", "anonymous"),
                        withPhone("Jan Kut", "anonymous")),
                Arguments.of("a name alone", SEPARATE, called("Jan Kut"), called("Jan Kut")),
                Arguments.of(
                        "one account number in two forms",
                        MERGE,
                        called("Jan Kut").withAccounts(Set.of("C-00451963")),
                        called("J. Kut").withAccounts(Set.of("451 963"))),
                Arguments.of(
                        "two account numbers",
                        SUGGEST,
                        withMail("Jan Kut", "jan.kut@wp.pl").withAccounts(Set.of("451963")),
                        withMail("Jan Kut", "jan.kut@wp.pl").withAccounts(Set.of("771204"))),
                Arguments.of(
                        "one name on a platform",
                        MERGE,
                        called("Jan Kut")
                                .withPlatformHandles(Set.of(PlatformNames.normal("telegram", "https://t.me/JanKut"))),
                        called(null).withPlatformHandles(Set.of(PlatformNames.normal("Telegram", "@jankut")))),
                Arguments.of(
                        "name and date of birth",
                        MERGE,
                        called("Jan Kut").withBirth("19700501"),
                        called("Kut, Jan").withBirth("19700501")),
                Arguments.of(
                        "father and son",
                        SEPARATE,
                        withPhone("Jan Kut", LANDLINE).withBirth("19480406"),
                        withPhone("Jan Kut", LANDLINE).withBirth("19780406")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("pairs")
    void decidesWhicheverComesFirst(String what, Verdict expected, Person one, Person other) {
        assertThat(matcher.decide(one, other).verdict()).isEqualTo(expected);
        assertThat(matcher.decide(other, one).verdict()).isEqualTo(expected);
    }

    @Test
    void aMobileNumberMayBelongToSomebodyElseAfterYears() {
        var before = withPhone("Jan Kut", MOBILE);
        var now = Person.named("Ewa Lis", Instant.parse("2020-01-01T00:00:00Z")).withPhones(before.phones());
        var unnamed = Person.named(null, Instant.parse("2020-01-01T00:00:00Z")).withPhones(before.phones());

        assertThat(matcher.decide(before, now).verdict()).isEqualTo(SEPARATE);
        assertThat(matcher.decide(before, unnamed).verdict()).isEqualTo(SUGGEST);
    }

    @Test
    void aCallerIsRecognizedByWhatARecognizerMadeOfTheirWords() {
        var known =
                called("Karl Moss").withBirth("19560901").withAddress(new PostalAddress(null, null, null, "W26 3UB"));
        var caller = called(null)
                .withHeard(new Heard(
                        List.of("call moss", "kilo Alfa romeo lima mike oscar sierra sierra"),
                        List.of("W 2 6 3 used B", "we ski 2 6 3 uniform Bravo", "W 2 6 3 u b"),
                        List.of("Levi 101 956", "01091 956")));

        assertThat(matcher.decide(known, caller).verdict()).isEqualTo(MERGE);
    }

    @Test
    void aReasonIsGivenForEachPieceOfEvidenceAndShowsNoValue() {
        var decision = matcher.decide(withMail("Jan Kut", "jan.kut@wp.pl"), withMail("Jan Kut", "jan.kut@wp.pl"));

        assertThat(decision.evidence())
                .extracting(Evidence::reason)
                .containsExactly("the same name", "the same mailbox");
    }

    @Test
    void aHugeInputIsBoundedWork() {
        var huge = "Kut ".repeat(100_000);
        var one = called(huge).withHeard(new Heard(List.of(huge), List.of(huge), List.of(huge)));
        var other = called(huge).withBirth("19700501").withAddress(new PostalAddress(null, huge, huge, huge));

        assertThat(matcher.decide(one, other).verdict()).isNotNull();
        assertThat(matcher.decide(other, other).verdict()).isNotNull();
    }
}
