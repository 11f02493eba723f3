package io.carryon.profile.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carryon.profile.documents.Gathering.Errand;
import io.carryon.profile.documents.Gathering.Request;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GatheringTest {

    private final ConcurrentLinkedQueue<Integer> loads = new ConcurrentLinkedQueue<>();

    @Test
    void whoIsAloneIsServedAtOnceAndAlone() {
        var doubled = gathering(this::twice, 1);

        assertThat(doubled.ask(4)).isEqualTo(8);
        assertThat(loads).containsExactly(1);
    }

    @Test
    void whoComesWhileARequestIsUnderWayTravelsTogetherAndGetsTheirOwnAnswer() {
        var underWay = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var doubled = gathering(
                errands -> {
                    underWay.countDown();
                    await(goOn);
                    twice(errands);
                },
                1);
        var first = asked(doubled, 1);
        await(underWay);
        var later = IntStream.range(10, 30)
                .mapToObj(number -> asked(doubled, number))
                .toList();
        untilGathered(doubled, 20);
        goOn.countDown();

        assertThat(first.join()).isEqualTo(2);
        assertThat(later)
                .extracting(CompletableFuture::join)
                .containsExactlyElementsOf(IntStream.range(10, 30)
                        .map(number -> 2 * number)
                        .boxed()
                        .toList());
        assertThat(loads).containsExactly(1, 20);
    }

    @Test
    void aFailedRequestFailsItsCallersAndNotTheNext() {
        var doubled = gathering(
                errands -> {
                    if (errands.getFirst().question() < 0) {
                        throw new IllegalArgumentException("no");
                    }
                    twice(errands);
                },
                1);

        assertThatThrownBy(() -> doubled.ask(-1)).hasMessage("no");
        assertThat(doubled.ask(1)).isEqualTo(2);
    }

    @Test
    void anErrandThatTheRequestForgetsFailsInsteadOfWaitingForEver() {
        var silent = gathering(errands -> {}, 1);

        assertThatThrownBy(() -> silent.ask(1)).hasMessage("the request was not answered");
    }

    @Test
    void aRequestThatHangsHoldsNobodyBackWhereTwoMayBeUnderWay() {
        var hangs = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var doubled = gathering(
                errands -> {
                    if (errands.getFirst().question() < 0) {
                        hangs.countDown();
                        await(goOn);
                    }
                    twice(errands);
                },
                2);
        var hanging = asked(doubled, -1);
        await(hangs);

        assertThat(doubled.ask(1)).isEqualTo(2);
        assertThat(hanging).isNotDone();
        goOn.countDown();
        assertThat(hanging.join()).isEqualTo(-2);
    }

    @Test
    void aThreadThatCannotBeStartedFailsOneCallerAndNotTheNext() {
        var isFull = new AtomicBoolean(true);
        var doubled = new Gathering<Integer, Integer>(this::twice, 1, serving -> {
            if (isFull.getAndSet(false)) {
                throw new OutOfMemoryError("no thread");
            }
            Thread.startVirtualThread(serving);
        });

        assertThatThrownBy(() -> doubled.ask(1)).hasMessage("no thread");
        assertThat(doubled.ask(2)).isEqualTo(4);
    }

    private static Gathering<Integer, Integer> gathering(Request<Integer, Integer> request, int atOnce) {
        return new Gathering<>(request, atOnce, Thread::startVirtualThread);
    }

    private void twice(List<Errand<Integer, Integer>> errands) {
        loads.add(errands.size());
        errands.forEach(errand -> errand.answer(2 * errand.question()));
    }

    private static CompletableFuture<Integer> asked(Gathering<Integer, Integer> gathering, int number) {
        return CompletableFuture.supplyAsync(() -> gathering.ask(number), Thread::startVirtualThread);
    }

    private static void untilGathered(Gathering<Integer, Integer> gathering, int callers) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> gathering.waiting() >= callers);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
