package io.carryon.gateway.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.gateway.phone.CallHappening.InputGiven;
import io.carryon.gateway.phone.CallHappening.Said;
import io.carryon.gateway.phone.CallHappening.Transcribed;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SensitiveInputTest {

    private final SensitiveInput sensitive = new SensitiveInput(new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .addDiscoveredConverters()
            .withMapping(PhoneConfig.class)
            .build()
            .getConfigMapping(PhoneConfig.class));

    @ParameterizedTest
    @ValueSource(strings = {"pin", "cardPin", "card-number", "CVV2", "yourIban", "passwords"})
    void whatIsNamedLikeASecretIsMaskedWhateverItIs(String name) {
        assertThat(sensitive.masked(Map.of(name, "1"))).containsEntry(name, "****");
        assertThat(sensitive.masked(new InputGiven(name, "1", false))).isEqualTo(new InputGiven(name, "****", false));
    }

    @Test
    void whatFollowsASensitivePromptIsMaskedWhateverItIsNamed() {
        assertThat(sensitive.masked(new InputGiven("code", "7391", true)))
                .isEqualTo(new InputGiven("code", "****", true));
        assertThat(sensitive.masked(new InputGiven("accountNumber", "20417", false)))
                .isEqualTo(new InputGiven("accountNumber", "20417", false));
    }

    @Test
    void aCardIsMaskedWhereNobodyAskedForOne() {
        assertThat(sensitive.masked(Map.of("accountNumber", "4111111111111111")))
                .containsEntry("accountNumber", "****");
        assertThat(sensitive.masked(new Said("it is 4111 1111 1111 1111"))).isEqualTo(new Said("it is ****"));
        assertThat(sensitive.masked(new Transcribed("r", "DE89 3704 0044 0532 0130 00", "de")))
                .isEqualTo(new Transcribed("r", "****", "de"));
    }
}
