package io.carryon.gateway.phone.cti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.notNullValue;

import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.testing.BrokerWire;
import io.carryon.gateway.testing.CutStackResource;
import io.carryon.gateway.testing.DatabaseWire;
import io.carryon.gateway.testing.Line;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(CutStackResource.class)
class CtiOutageComponentTest {

    @Inject
    Sql sql;

    @AfterEach
    void mend() {
        BrokerWire.mend();
        DatabaseWire.mend();
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> sql.first("select 1", row -> 1).isPresent());
    }

    @Test
    void aRingingCallIsTakenWithoutADatabase() {
        var call = Pbx.call();
        DatabaseWire.cut();

        Pbx.push(Pbx.newCall(call, "493055571600")).then().statusCode(200);

        assertThat(Line.entriesOf(Pbx.contactOf(call), 1)).hasSize(1);
    }

    @Test
    void withNeitherDatabaseNorBrokerThePushIsToBeRepeated() {
        var call = Pbx.call();
        BrokerWire.cut();
        DatabaseWire.cut();

        Pbx.push(Pbx.newCall(call, "493055571600")).then().statusCode(503).header("Retry-After", notNullValue());

        mend();
        Pbx.push(Pbx.newCall(call, "493055571600")).then().statusCode(200);
        assertThat(Line.entriesOf(Pbx.contactOf(call), 1)).isNotEmpty();
    }

    @Test
    void anEventThatDoesNotNameItsDirectionDoesNotWaitForAStalledDatabase() {
        var call = Pbx.call();
        DatabaseWire.stall();

        Pbx.push("event=hangup&from=492111234567&to=493055571600&cause=blocked&callId=" + call)
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue());
    }

    @Test
    void whoDialsOutDoesNotWaitForTheDatabase() {
        DatabaseWire.cut();

        Pbx.push("event=newCall&direction=out&from=4930555010&to=41791234567&callId=" + Pbx.call())
                .then()
                .statusCode(200);
    }
}
