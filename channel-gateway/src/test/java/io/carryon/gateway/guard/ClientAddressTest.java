package io.carryon.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

    @Test
    void theNetworkOfAnIpv4AddressIsItsFirst24BitsOfAnIpv6AddressItsFirst64() {
        assertThat(ClientAddress.of("203.0.113.7").network())
                .isEqualTo(ClientAddress.of("203.0.113.200").network())
                .isNotEqualTo(ClientAddress.of("203.0.114.7").network());
        assertThat(ClientAddress.of("2001:db8:1:2::7").network())
                .isEqualTo(ClientAddress.of("2001:db8:1:2:ffff::1").network())
                .isNotEqualTo(ClientAddress.of("2001:db8:1:3::7").network());
        assertThat(ClientAddress.of("203.0.113.7").address())
                .isNotEqualTo(ClientAddress.of("203.0.113.8").address());
    }

    @Test
    void anIpv4AddressInAnIpv6SocketIsTheSame() {
        assertThat(ClientAddress.of("::ffff:203.0.113.7")).isEqualTo(ClientAddress.of("203.0.113.7"));
    }

    @Test
    void whatIsNoAddressIsOneForAllAndNeverLookedUp() {
        assertThat(ClientAddress.of("attacker.example")).isEqualTo(ClientAddress.of((String) null));
    }

    @Test
    void aLimitIsATimeAndANumber() {
        assertThat(Limit.of("1m:20")).isEqualTo(new Limit(Duration.ofMinutes(1), 20));
        for (var wrong : new String[] {"20", "1m", "1m:", "1m:-1", "0s:5", "x:5"}) {
            Assertions.assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> Limit.of(wrong));
        }
    }
}
