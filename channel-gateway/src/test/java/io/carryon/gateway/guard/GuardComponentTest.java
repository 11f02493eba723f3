package io.carryon.gateway.guard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.carryon.gateway.door.HumanConfig;
import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.testing.MovableClock;
import io.carryon.gateway.testing.OwnSchema;
import io.carryon.local.testing.LocalStackResource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
class GuardComponentTest {

    private static final ClientAddress HOME = ClientAddress.of("203.0.113.7");
    private static final ClientAddress NEIGHBOUR = ClientAddress.of("203.0.113.8");
    private static final ClientAddress ELSEWHERE = ClientAddress.of("198.51.100.7");

    private record Settings(
            List<Limit> perAddress,
            List<Limit> perNetwork,
            int difficulty,
            Duration proofLife,
            Duration fillTime,
            int counters)
            implements GuardConfig {}

    private record Human(Optional<String> phone, Optional<String> chat, Optional<String> email, String sentence)
            implements HumanConfig {}

    private final MovableClock clock = new MovableClock();
    private Sql sql;
    private Guard guard;

    @BeforeEach
    void empty() {
        sql = OwnSchema.emptied();
        guard = guard(1_000_000);
    }

    private Guard guard(int counters) {
        var config = new Settings(
                List.of(Limit.of("1m:10"), Limit.of("1h:25")),
                List.of(Limit.of("1m:15")),
                100,
                Duration.ofMinutes(30),
                Duration.ofSeconds(2),
                counters);
        var keyed = new Keyed("a secret of the tests");
        var refusals = new Refusals(
                new SimpleMeterRegistry(),
                new Human(Optional.of("+49 30 5550100"), Optional.empty(), Optional.empty(), ""));
        return new Guard(
                new Counters(sql, keyed, config, clock), new Proofs(sql, keyed, refusals, config, clock), refusals);
    }

    @Test
    void aPersonPasses() {
        var challenge = guard.challenge();
        clock.advance(Duration.ofSeconds(3));

        guard.admit(new GuardedRequest("form", HOME, "", Solver.solved(challenge)));
    }

    @Test
    void aBotIsRefusedWithTheRemedyAndTheWayToAPerson() {
        var proof = Solver.solved(guard.challenge());
        assertThat(refused(() -> guard.admit(new GuardedRequest("form", HOME, null, proof))))
                .hasMessageContaining("2000 ms")
                .extracting(ProblemException::type)
                .isEqualTo("too-fast");

        clock.advance(Duration.ofSeconds(3));
        assertThat(refused(() -> guard.admit(new GuardedRequest("form", HOME, "http://spam", proof)))
                        .type())
                .isEqualTo("not-a-person");
        assertThat(refused(() -> guard.admit(new GuardedRequest("form", HOME, null, null))))
                .hasMessageContaining("+49 30 5550100")
                .extracting(ProblemException::type)
                .isEqualTo("proof-missing");
        var guessed = new Solution("SHA-256", proof.challenge(), proof.number() + 1, proof.salt(), proof.signature());
        assertThat(refused(() -> guard.admit(new GuardedRequest("form", HOME, null, guessed)))
                        .type())
                .isEqualTo("proof-wrong");
        var ownChallenge = new Solution("SHA-256", proof.challenge(), proof.number(), proof.salt(), "00");
        assertThat(refused(() -> guard.admit(new GuardedRequest("form", HOME, null, ownChallenge)))
                        .type())
                .isEqualTo("proof-wrong");

        clock.advance(Duration.ofMinutes(30));
        assertThat(refused(() -> guard.admit(new GuardedRequest("form", HOME, null, proof)))
                        .type())
                .isEqualTo("proof-expired");
    }

    @Test
    void aProofIsTakenOnceHoweverManyTryItAtOnce() throws Exception {
        var proof = Solver.solved(guard.challenge());
        clock.advance(Duration.ofSeconds(3));
        // Two guards are two processes: they share nothing but the database.
        var other = guard(1_000_000);

        var outcomes = atOnce(8, number -> {
            try {
                var from = number % 2 == 0 ? HOME : ELSEWHERE;
                (number % 2 == 0 ? guard : other).admit(new GuardedRequest("form", from, null, proof));
                return "passed";
            } catch (ProblemException e) {
                return e.type();
            }
        });

        assertThat(outcomes).containsOnlyOnce("passed").contains("proof-used").hasSize(8);
        assertThat(outcomes.stream().distinct()).containsExactlyInAnyOrder("passed", "proof-used");
    }

    @Test
    void digitsMovedFromTheNumberToTheTimeMakeNoNewProof() {
        var proof = IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> Solver.solved(guard.challenge()))
                .filter(found -> found.number() >= 10)
                .findFirst()
                .orElseThrow();
        clock.advance(Duration.ofSeconds(3));
        var digits = proof.number().toString();

        for (var salt :
                List.of(proof.salt() + digits.charAt(0), proof.salt().replaceFirst("&$", digits.charAt(0) + "&"))) {
            var moved = new Solution(
                    "SHA-256", proof.challenge(), Integer.valueOf(digits.substring(1)), salt, proof.signature());
            assertThat(refused(() -> guard.admit(new GuardedRequest("form", HOME, null, moved)))
                            .type())
                    .isEqualTo("proof-wrong");
        }
    }

    @Test
    void ofTwentyAtOnceOneAddressGetsItsTenThrough() throws Exception {
        var outcomes = atOnce(20, number -> {
            try {
                guard.admit("upload", HOME);
                return "passed";
            } catch (ProblemException e) {
                assertThat(e.retryAfter()).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1));
                return e.type();
            }
        });

        assertThat(outcomes).filteredOn("passed"::equals).hasSize(10);
        assertThat(outcomes).filteredOn("too-many-requests"::equals).hasSize(10);

        // Its network has five left, another network and another door all of theirs.
        assertThat(passed("upload", ELSEWHERE, 10)).isEqualTo(10);
        assertThat(passed("form", HOME, 10)).isEqualTo(10);
        clock.advance(Duration.ofMinutes(1));
        assertThat(passed("upload", HOME, 20)).isEqualTo(5);
    }

    @Test
    void aNetworkHasALimitForAllOfItsAddresses() {
        assertThat(passed("form", HOME, 10)).isEqualTo(10);
        assertThat(passed("form", NEIGHBOUR, 10)).isEqualTo(5);
    }

    @Test
    void whatIsKeptIsBoundedAndForgotten() {
        var small = guard(4);
        for (int i = 0; i < 50; i++) {
            var from = ClientAddress.of("198.51." + i + ".1");
            try {
                small.admit("form", from);
            } catch (ProblemException e) {
                assertThat(e.status()).isEqualTo(429);
            }
        }
        assertThat(rows("guard_count")).isBetween(3, 12);
        guard.challenge();
        clock.advance(Duration.ofHours(2));

        new GuardForgetting(sql, clock).forget();

        assertThat(rows("guard_count")).isZero();
    }

    @Test
    void anybodyGetsAChallengeThatNoCacheKeeps() {
        given().get("/v1/guard/challenge")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("algorithm", equalTo("SHA-256"))
                .body("maxnumber", equalTo(100));
    }

    private int passed(String door, ClientAddress from, int tries) {
        return (int) IntStream.range(0, tries)
                .filter(number -> {
                    try {
                        guard.admit(door, from);
                        return true;
                    } catch (ProblemException e) {
                        return false;
                    }
                })
                .count();
    }

    private int rows(String table) {
        return sql.first("select count(*) from " + table, row -> row.getInt(1)).orElseThrow();
    }

    @FunctionalInterface
    private interface Numbered {
        String call(int number);
    }

    private static List<String> atOnce(int count, Numbered work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(count)) {
            var calls = IntStream.range(0, count)
                    .mapToObj(number -> (Callable<String>) () -> work.call(number))
                    .toList();
            var outcomes = new java.util.ArrayList<String>();
            for (var done : threads.invokeAll(calls)) {
                outcomes.add(done.get());
            }
            return outcomes;
        }
    }

    private static ProblemException refused(Runnable request) {
        try {
            request.run();
        } catch (ProblemException e) {
            return e;
        }
        throw new AssertionError("It was let through");
    }
}
