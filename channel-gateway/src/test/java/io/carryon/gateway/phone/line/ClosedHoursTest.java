package io.carryon.gateway.phone.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.gateway.callback.CallbackConfig;
import io.carryon.gateway.phone.Call;
import io.carryon.gateway.phone.PhoneConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClosedHoursTest {

    private static final Instant MONDAY_NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant SUNDAY_NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void whoPressesZeroOutsideTheHoursIsToldSoAndOfferedWhatThereIs() {
        var answer = answeredAt(SUNDAY_NOON);

        assertThat(answer.routing().action()).isEqualTo("closed");
        assertThat(answer.routing().alternatives()).containsExactly("callback", "voicemail");
        assertThat(answer.say().getFirst().lang()).isEqualTo("de");
        assertThat(answer.say().getFirst().text()).startsWith("Wir haben gerade geschlossen.");
    }

    @Test
    void withinTheHoursTheCallerIsConnected() {
        var answer = answeredAt(MONDAY_NOON);

        assertThat(answer.routing().action()).isEqualTo("enqueue");
        assertThat(answer.routing().alternatives()).isEmpty();
        assertThat(answer.routing().skills()).containsExactly("lang:de");
    }

    private static IvrAnswers.ZeroOutAnswer answeredAt(Instant now) {
        var settings = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(PhoneConfig.class)
                .withMapping(CallbackConfig.class)
                .withDefaultValue("carryon.phone.hours", "Mon-Fri 09:00-17:00")
                .build();
        var phone = settings.getConfigMapping(PhoneConfig.class);
        var hours = new OpeningHours(
                phone, settings.getConfigMapping(CallbackConfig.class), Clock.fixed(now, ZoneOffset.UTC));
        var call = Call.started("pbx", "c-1", "+4930999777", "+4930555010", "in", null, "de", null, now)
                .triggered("dtmf0", now, List.of(), Map.of());
        return new ZeroOutAnswers(new Announcement(phone), hours, phone)
                .of(call, new AwaitedAnswers().expect(call.contactId()));
    }
}
