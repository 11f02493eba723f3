package io.carryon.gateway.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReferenceTest {

    @Test
    void aFreshReferenceIsReadBackHoweverItIsTyped() {
        var fresh = Reference.fresh();

        assertThat(Reference.typed(" " + fresh.value().toLowerCase(Locale.ROOT).replace("-", " ")))
                .contains(fresh);
    }

    @Test
    void lettersThatLookLikeDigitsAreTakenForThem() {
        assertThat(Reference.typed("OIL0-0000-0000-0000")).contains(new Reference("0110-0000-0000-0000"));
    }

    @Test
    void whatCannotBeAReferenceIsNone() {
        assertThat(Reference.typed("7K3M")).isEmpty();
        assertThat(Reference.typed("UUUU-UUUU-UUUU-UUUU")).isEmpty();
    }

    @Test
    void aTicketsStatusIsSaidInTheCustomersWords() {
        assertThat(RequestState.of(null).words()).isEqualTo("received");
        assertThat(RequestState.of("ON_HOLD").words()).isEqualTo("in progress");
        assertThat(RequestState.of("WAITING_FOR_CUSTOMER").words()).isEqualTo("waiting for you");
        assertThat(RequestState.of("CLOSED").words()).isEqualTo("closed");
    }
}
