package io.carryon.gateway.chat.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.carryon.gateway.chat.ChatNews;
import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class SignalListenerComponentTest {

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Inject
    Sql sql;

    @Inject
    ChatSignals signals;

    private final List<UUID> heard = new CopyOnWriteArrayList<>();
    private SignalListener listener;

    @BeforeEach
    void listen() {
        var news = new ChatNews(List.of(heard::addAll), sent -> {});
        listener = new SignalListener(news, url, user, password);
        listener.start(null);
    }

    @AfterEach
    void stop() {
        listener.stop(null);
    }

    @Test
    void whatAnotherProcessTellsIsHeardAndWhatThisOneToldIsNot() {
        var told = UUID.randomUUID();
        await().until(() -> {
            tell("another", told);
            return heard.contains(told);
        });
        var own = UUID.randomUUID();
        signals.send(List.of(own));
        tell("another", "no id at all");
        var last = UUID.randomUUID();
        await().until(() -> {
            tell("another", last);
            return heard.contains(last);
        });
        assertThat(heard).doesNotContain(own);
    }

    @Test
    void aLostConnectionIsMadeAnew() {
        var before = UUID.randomUUID();
        await().until(() -> {
            tell("another", before);
            return heard.contains(before);
        });
        sql.query(
                "select pg_terminate_backend(pid) from pg_stat_activity where query = ?",
                row -> true,
                "listen " + ChatSignals.CHANNEL);
        var after = UUID.randomUUID();
        await().until(() -> {
            tell("another", after);
            return heard.contains(after);
        });
    }

    private void tell(String process, Object session) {
        sql.query("select pg_notify(?, ?)", row -> true, ChatSignals.CHANNEL, process + " " + session);
    }
}
