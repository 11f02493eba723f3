package io.carryon.gateway.phone.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class TwilioAgentComponentTest {

    private static final String WITH_PIN = "+4930777008";

    @Test
    void anAgentWithAPinTakesCallersOnceItIsKeyedInAndIsNotAskedAgain() {
        var agent = Twilio.callFrom(WITH_PIN).step("agent?queue=billing");
        assertThat(agent.verbs()).contains("Gather").doesNotContain("Queue");

        agent.press("314159");
        assertThat(agent.first("Queue").getTextContent()).isEqualTo("billing");

        agent.follow(agent.first("Dial").getAttribute("action"), Map.of("DialCallStatus", "completed"));
        assertThat(agent.verbs()).containsExactly("Dial", "Queue");
    }

    @Test
    void whoOnlyShowsAnAgentsNumberTakesNobody() {
        var somebody = Twilio.callFrom(WITH_PIN).step("agent?queue=billing");

        assertThat(somebody.press("000000").verbs()).contains("Gather").doesNotContain("Queue");
        assertThat(somebody.press("111111").verbs()).contains("Gather").doesNotContain("Queue");
        assertThat(somebody.press("222222").verbs()).containsExactly("Hangup");
    }
}
