package io.carryon.gateway.reply;

import static io.carryon.gateway.reply.ReplyFixtures.claim;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.carryon.gateway.contact.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplyWorkerTest {

    private static final int PATIENCE = 15;
    private static final Duration NOT_AT_ALL = Duration.ZERO;

    private final ConcurrentLinkedQueue<ReplyClaim> due = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<ReplyClaim> sent = new LinkedBlockingQueue<>();
    private final CountDownLatch serverAnswers = new CountDownLatch(1);
    private ReplyWorker worker;

    @AfterEach
    void stop() throws InterruptedException {
        serverAnswers.countDown();
        worker.stop();
        assertThat(worker.awaitSent(Duration.ofSeconds(PATIENCE))).isTrue();
    }

    @Test
    void aReplyAddedLaterIsSentWhenTheWorkerIsWoken() throws InterruptedException {
        start(sent::add);
        for (var reply : claims(3)) {
            due.add(reply);
            worker.wake();
            assertThat(sent.poll(PATIENCE, SECONDS)).isEqualTo(reply);
        }
    }

    @Test
    void aServerThatDoesNotAnswerOneReplyHoldsUpNoOther() throws InterruptedException {
        var replies = claims(4);
        var first = replies.getFirst();
        due.addAll(replies);
        start(reply -> {
            if (reply.equals(first)) {
                awaitServer();
            }
            sent.add(reply);
        });
        worker.wake();

        for (var reply : replies.subList(1, 4)) {
            assertThat(sent.poll(PATIENCE, SECONDS)).isEqualTo(reply);
        }
        // A reply is sent a moment before its claim is given back.
        await().atMost(PATIENCE, SECONDS)
                .untilAsserted(() -> assertThat(worker.held()).containsExactly(first.token()));
    }

    @Test
    void noMoreThanAllowedAreSentAtOnce() throws InterruptedException {
        var begun = new Semaphore(0);
        due.addAll(claims(5));
        start(reply -> {
            begun.release();
            awaitServer();
            sent.add(reply);
        });
        worker.wake();
        assertThat(begun.tryAcquire(2, PATIENCE, SECONDS)).isTrue();

        assertThat(worker.held()).hasSize(2);
        assertThat(due).hasSize(3);
        assertThat(worker.awaitSent(NOT_AT_ALL)).isFalse();
        serverAnswers.countDown();
        for (int i = 0; i < 5; i++) {
            assertThat(sent.poll(PATIENCE, SECONDS)).isNotNull();
        }
    }

    @Test
    void neitherAFailingDatabaseNorAFailingAttemptEndsIt() throws InterruptedException {
        var failures = new ConcurrentLinkedQueue<Runnable>(List.of(
                () -> {
                    throw new IllegalStateException("the database is away");
                },
                () -> {
                    throw new LinkageError("not on this machine");
                }));
        var replies = claims(2);
        due.addAll(replies);
        worker = new ReplyWorker(
                "test",
                () -> {
                    Optional.ofNullable(failures.poll()).ifPresent(Runnable::run);
                    return Optional.ofNullable(due.poll());
                },
                reply -> {
                    sent.add(reply);
                    throw new IllegalStateException("it cannot be written");
                },
                2);
        worker.start();
        for (var left = failures.size() - 1; left >= 0; left--) {
            var awaited = left;
            worker.wake();
            await().atMost(PATIENCE, SECONDS).until(() -> failures.size() == awaited);
        }
        worker.wake();

        assertThat(List.of(sent.poll(PATIENCE, SECONDS), sent.poll(PATIENCE, SECONDS)))
                .containsExactlyInAnyOrderElementsOf(replies);
    }

    private void start(Consumer<ReplyClaim> attempt) {
        worker = new ReplyWorker("test", () -> Optional.ofNullable(due.poll()), attempt, 2);
        worker.start();
    }

    private void awaitServer() {
        try {
            assertThat(serverAnswers.await(PATIENCE, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<ReplyClaim> claims(int count) {
        return Stream.generate(() -> claim(Channel.EMAIL, Instant.EPOCH, 1))
                .limit(count)
                .toList();
    }
}
