package io.carryon.gateway.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.chat.ChatConfig;
import io.carryon.gateway.chat.ChatOriginals;
import io.carryon.gateway.chat.ChatPages;
import io.carryon.gateway.chat.ChatReplies;
import io.carryon.gateway.chat.ChatSessionStore;
import io.carryon.gateway.chat.ChatTranscript;
import io.carryon.gateway.chat.status.StatusBoard;
import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.ContactIntake;
import io.carryon.gateway.contact.Handle;
import io.carryon.gateway.door.HumanConfig;
import io.carryon.gateway.reply.ReplyRequested;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.gateway.testing.Site;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class ResumePropertyComponentTest {

    private static final int TABS = 3;
    private static final int SAID_BY_EACH = 25;
    private static final int ANSWERS = 40;
    private static final int PROCESSES = 2;

    @Inject
    ChatSessionStore sessions;

    @Inject
    ChatTranscript transcript;

    @Inject
    ChatPages pages;

    @Inject
    StatusBoard board;

    @Inject
    FrameProblems problems;

    @Inject
    ChatOriginals originals;

    @Inject
    ContactIntake intake;

    @Inject
    ObjectMapper json;

    @Inject
    ChatConfig config;

    @Inject
    HumanConfig human;

    @Inject
    Clock clock;

    @Inject
    ChatReplies replies;

    private final AtomicInteger carried = new AtomicInteger();
    private final AtomicReferenceArray<SimulatedProcess> processes = new AtomicReferenceArray<>(PROCESSES);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyMessageComesOnceAndInOrderWhateverBreaks(long seed) throws Exception {
        var session = Site.opened();
        for (int i = 0; i < PROCESSES; i++) {
            processes.set(i, process());
        }
        var tabs = List.of(tab(session), tab(session), tab(session));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var doing = new ArrayList<Callable<Void>>();
            for (int i = 0; i < TABS; i++) {
                var tab = tabs.get(i);
                var random = new Random(seed * 100 + i);
                var name = "tab" + i;
                doing.add(() -> talk(tab, name, random));
            }
            doing.add(() -> answer(session, new Random(seed)));
            for (var done : threads.invokeAll(doing)) {
                done.get();
            }
        }
        var all = TABS * SAID_BY_EACH + ANSWERS;
        var random = new Random(seed);
        for (var tab : tabs) {
            await().until(() -> {
                if (tab.isCut() || !tab.isAcknowledged()) {
                    tab.connect(any(random));
                }
                for (int i = 0; i < PROCESSES; i++) {
                    processes.get(i).round();
                }
                return tab.isAcknowledged() && tab.transcript().size() == all;
            });
        }

        var said = transcript.after(UUID.fromString(session.getString("sessionId")), 0, all + 1).stream()
                .map(message -> message.messageId().toString())
                .toList();
        assertThat(said).hasSize(all).doesNotHaveDuplicates();
        for (var tab : tabs) {
            assertThat(tab.wrong()).isEmpty();
            assertThat(tab.transcript()).isEqualTo(said);
            tab.disconnect();
        }
        // The broker may have one twice, under the same id: both processes find it not told yet.
        var contact = Site.contactOf(session).toString();
        assertThat(Line.allOf("contact.received").stream()
                        .filter(entry -> contact.equals(entry.get("contactId").asText()))
                        .map(entry -> entry.get("sequence").asInt() + " "
                                + entry.get("entryId").asText())
                        .distinct())
                .hasSize(TABS * SAID_BY_EACH);
    }

    private Void talk(SimulatedTab tab, String name, Random random) {
        for (int i = 0; i < SAID_BY_EACH; i++) {
            if (tab.isCut() || random.nextInt(6) == 0) {
                tab.connect(any(random));
            }
            if (random.nextInt(5) == 0) {
                tab.cutAfter(random.nextInt(4));
            }
            tab.say(name + "-" + i, "Message " + i + " of " + name);
        }
        return null;
    }

    /** Support answers by whichever process, and now and then one is killed and started anew. */
    private Void answer(JsonPath session, Random random) {
        for (int i = 0; i < ANSWERS; i++) {
            replies.deliver(reply(session, "Answer " + i), () -> {});
            any(random).tell(UUID.fromString(session.getString("sessionId")));
            if (random.nextInt(10) == 0) {
                processes.getAndSet(random.nextInt(PROCESSES), process()).kill();
            }
        }
        return null;
    }

    private SimulatedProcess any(Random random) {
        return processes.get(random.nextInt(PROCESSES));
    }

    private SimulatedProcess process() {
        return new SimulatedProcess(
                new SimulatedProcess.Shared(
                        sessions, transcript, pages, board, problems, originals, intake, json, config, human, clock),
                this::carry);
    }

    /** Half of what processes tell each other is lost; the round makes up for it. */
    private void carry(SimulatedProcess from, Collection<UUID> told) {
        if (carried.incrementAndGet() % 2 == 0) {
            for (int i = 0; i < PROCESSES; i++) {
                var other = processes.get(i);
                if (!other.equals(from)) {
                    other.hear(told);
                }
            }
        }
    }

    private static SimulatedTab tab(JsonPath session) {
        return new SimulatedTab(session.getString("sessionToken"));
    }

    private static ReplyRequested reply(JsonPath session, String text) {
        return new ReplyRequested(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "1004273",
                UUID.randomUUID(),
                Site.contactOf(session),
                Channel.CHAT,
                "portal-client",
                new ReplyRequested.Recipient(Handle.Kind.CHAT, session.getString("sessionId"), null),
                "Chat",
                text,
                new ReplyRequested.Author("a1", "Anna Weber"),
                null,
                Instant.now(),
                null,
                null,
                null);
    }
}
