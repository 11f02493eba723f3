package io.carryon.ticketing.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {

    private static final URI RECEIVER = URI.create("https://receiver.example.org/hooks");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "172.16.5.4",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::1",
                "2001:0:a00:1::1"
            })
    void nothingBehindTheReceiversWallIsReached(String address) throws Exception {
        var target = InetAddress.getByName(address);

        assertThatThrownBy(() -> Destination.resolve(RECEIVER, false, host -> new InetAddress[] {target}))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining("private");
        assertThat(Destination.resolve(RECEIVER, true, host -> new InetAddress[] {target}))
                .isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "100.128.0.1", "172.32.0.1", "198.20.0.1", "2606:2800:220:1::1"})
    void theInternetIsReached(String address) throws Exception {
        var target = InetAddress.getByName(address);

        assertThat(Destination.resolve(RECEIVER, false, host -> new InetAddress[] {target}))
                .isEqualTo(target);
    }

    @Test
    void aNameThatStandsForAPrivateAddressAmongOthersIsRefused() throws Exception {
        var both = new InetAddress[] {InetAddress.getByName("93.184.216.34"), InetAddress.getByName("10.0.0.1")};

        assertThatThrownBy(() -> Destination.resolve(RECEIVER, false, host -> both))
                .isInstanceOf(DeliveryException.class);
    }

    @Test
    void aNameThatIsNotKnownIsSaidSo() {
        assertThatThrownBy(() -> Destination.resolve(RECEIVER, true, host -> {
                    throw new UnknownHostException(host);
                }))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining("not known");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://receiver.example.org/",
                "http://localhost:8080/",
                "ftp://receiver.example.org/",
                "https://user:secret@receiver.example.org/",
                "https://receiver.example.org/#part",
                "https:///hooks",
                "https://receiver.example.org:99999/",
                "not a URL",
                ""
            })
    void whatIsNoAddressOfAReceiverIsRefused(String url) {
        assertThatThrownBy(() -> Destination.parse(url, false)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onThisMachineHttpWillDoWhereItIsAllowed() {
        assertThat(Destination.parse("http://localhost:8080/hooks", true).getPort())
                .isEqualTo(8080);
        assertThatThrownBy(() -> Destination.parse("http://receiver.example.org/", true))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
