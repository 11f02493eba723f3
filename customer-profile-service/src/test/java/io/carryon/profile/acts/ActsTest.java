package io.carryon.profile.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carryon.profile.documents.Documents;
import io.carryon.profile.documents.LoopbackServer;
import io.carryon.profile.documents.Shapes;
import io.carryon.profile.events.BrokerAwayException;
import io.carryon.profile.events.PoisonException;
import io.carryon.profile.events.Stopping;
import io.carryon.profile.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ActsTest {

    private static final Instant NOON = Instant.parse("2026-11-16T12:00:00Z");
    private static LoopbackServer server;

    private final Documents documents = server.documents();
    private final UUID subject = UUID.randomUUID();
    private int carriedOut;
    private boolean isLookedAtAgain;
    private final List<Object> lookedAt = new ArrayList<>();
    private Supplier<Answer> work = () -> new Answer("number " + carriedOut);
    private final Acts acts = new Acts(documents, new Shapes(), List.of(new Greeting()));

    record Answer(String text) {}

    private final class Greeting implements ActKind {

        @Override
        public String name() {
            return "greet";
        }

        @Override
        public Record carryOut(Act act) {
            carriedOut++;
            return work.get();
        }

        @Override
        public boolean isLookedAtAgain() {
            return isLookedAtAgain;
        }

        @Override
        public void lookAgain(Act act, Map<String, Object> answer) {
            lookedAt.add(answer.get("text"));
        }
    }

    @BeforeAll
    static void start() {
        server = new LoopbackServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private Act act(String key, String word) {
        var id = Act.idOf("amy", "greet", subject, key);
        return new Act(id, "greet", subject, NOON, Actor.staff("amy", "Amy"), Map.of("word", word));
    }

    private Answer perform(String key) {
        return acts.perform(act(key, "hello"), Answer.class);
    }

    private void lookAfterHalfAMinute() {
        var later = Clock.fixed(NOON.plus(Duration.ofSeconds(31)), ZoneOffset.UTC);
        new OpenActs(acts, new Stopping(), later).carryOutTheOld();
    }

    @Test
    void theSameRequestIsCarriedOutOnceAndAnsweredTheSame() {
        assertThat(perform("k")).isEqualTo(perform("k")).isEqualTo(new Answer("number 1"));
        assertThat(perform("other")).isEqualTo(new Answer("number 2"));
    }

    @Test
    void aKeyIsNotForTwoRequests() {
        perform("k");

        assertThatThrownBy(() -> acts.perform(act("k", "goodbye"), Answer.class))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.status()).isEqualTo(422));
        assertThat(carriedOut).isEqualTo(1);
    }

    @Test
    void aRefusalIsAnAnswerToo() {
        work = () -> {
            throw ProblemException.conflict("not-now", "Not now.");
        };
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> perform("k"))
                    .isInstanceOfSatisfying(
                            ProblemException.class, e -> assertThat(e.type()).isEqualTo("not-now"));
        }
        lookAfterHalfAMinute();

        assertThat(carriedOut).isEqualTo(1);
    }

    @Test
    void whatWasLeftIsCarriedOutLater() {
        var works = work;
        work = () -> {
            throw new BrokerAwayException(null);
        };
        assertThatThrownBy(() -> perform("k"))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.status()).isEqualTo(503));
        work = works;
        lookAfterHalfAMinute();
        lookAfterHalfAMinute();

        assertThat(carriedOut).isEqualTo(2);
        assertThat(perform("k")).isEqualTo(new Answer("number 2"));
    }

    @Test
    void whatIsDoneIsLookedAtOnceMoreWhereItsKindWants() {
        isLookedAtAgain = true;
        perform("k");
        assertThat(lookedAt).isEmpty();
        lookAfterHalfAMinute();
        lookAfterHalfAMinute();

        assertThat(lookedAt).containsExactly("number 1");
        assertThat(carriedOut).isEqualTo(1);
    }

    /** Where no broker would ever take the event, nothing is gained by trying for ever. */
    @Test
    void whatCanNeverBeToldIsSettledWithThat() {
        work = () -> {
            throw new PoisonException("the event cannot be sent", null);
        };
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> perform("k"))
                    .isInstanceOfSatisfying(
                            ProblemException.class, e -> assertThat(e.type()).isEqualTo("not-told"));
        }
        lookAfterHalfAMinute();

        assertThat(carriedOut).isEqualTo(1);
        assertThat(acts.openSince(NOON.plusSeconds(1))).isEmpty();
    }

    @Test
    void oneThatAlwaysFailsKeepsNoneOfTheOthers() {
        work = () -> {
            throw new IllegalStateException();
        };
        assertThatThrownBy(() -> perform("first")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> perform("second")).isInstanceOf(IllegalStateException.class);
        lookAfterHalfAMinute();

        assertThat(carriedOut).isEqualTo(4);
    }

    @Test
    void anErrorAtOneKeepsNoneOfTheOthersEither() {
        work = () -> {
            throw new StackOverflowError();
        };
        assertThatThrownBy(() -> perform("first")).isInstanceOf(StackOverflowError.class);
        assertThatThrownBy(() -> perform("second")).isInstanceOf(StackOverflowError.class);
        lookAfterHalfAMinute();

        assertThat(carriedOut).isEqualTo(4);
    }

    @Test
    void whatFailsEachTimeIsLoggedWithItsPlaceButNotItsWords() {
        work = () -> {
            throw new IllegalStateException("of Jana", new NullPointerException("of Jana"));
        };
        assertThatThrownBy(() -> perform("k")).isInstanceOf(IllegalStateException.class);

        var failure = logged(this::lookAfterHalfAMinute).getThrown();

        assertThat(failure.getStackTrace()[0].getClassName()).startsWith(ActsTest.class.getName());
        assertThat(failure).hasStackTraceContaining("NullPointerException");
        assertThat(failure.toString() + failure.getCause()).doesNotContain("Jana");
    }

    @Test
    void anOutageIsToldInALine() {
        work = () -> {
            throw new BrokerAwayException(null);
        };
        assertThatThrownBy(() -> perform("k")).isInstanceOf(ProblemException.class);

        assertThat(logged(this::lookAfterHalfAMinute).getThrown()).isNull();
    }

    /** The one line that is logged meanwhile. */
    private static LogRecord logged(Runnable work) {
        var lines = new ArrayList<LogRecord>();
        var log = Logger.getLogger(OpenActs.class.getName());
        var handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        log.addHandler(handler);
        try {
            work.run();
        } finally {
            log.removeHandler(handler);
        }
        assertThat(lines).hasSize(1);
        return lines.getFirst();
    }

    @Test
    void thereIsABoundToWhatIsUnfinished() {
        work = () -> {
            throw new BrokerAwayException(null);
        };
        for (int i = 0; i < Acts.MOST_OPEN; i++) {
            var key = Integer.toString(i);
            assertThatThrownBy(() -> perform(key)).isInstanceOf(ProblemException.class);
        }
        carriedOut = 0;

        assertThatThrownBy(() -> perform("one more")).hasMessageContaining("nothing was changed");
        assertThat(carriedOut).isZero();
    }
}
