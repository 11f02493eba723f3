package io.carryon.gateway.guard;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Who comes, as far as the network tells. Behind a proxy it is the proxy unless Quarkus is told to believe its headers
 * ({@code quarkus.http.proxy.*}); nothing else is believed here.
 *
 * @param address the whole address
 * @param network its first 24 bits (IPv4) or 64 (IPv6)
 */
public record ClientAddress(String address, String network) {

    private static final int IPV4 = 4;
    private static final int IPV4_NETWORK = 3;
    private static final int IPV6_NETWORK = 8;
    private static final byte[] IPV4_IN_IPV6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

    public static ClientAddress of(HttpServerRequest request) {
        var remote = request.remoteAddress();
        return of(remote == null ? null : remote.hostAddress());
    }

    /** What is no address, such as a proxy's {@code unknown}, is one address for all. */
    static ClientAddress of(String written) {
        var bytes = written == null ? null : NetUtil.createByteArrayFromIpAddressString(written);
        if (bytes == null) {
            return new ClientAddress("unknown", "unknown");
        }
        if (bytes.length > IPV4 && Arrays.equals(Arrays.copyOf(bytes, IPV4_IN_IPV6.length), IPV4_IN_IPV6)) {
            bytes = Arrays.copyOfRange(bytes, IPV4_IN_IPV6.length, bytes.length);
        }
        var hex = HexFormat.of();
        var network = Arrays.copyOf(bytes, bytes.length == IPV4 ? IPV4_NETWORK : IPV6_NETWORK);
        return new ClientAddress(hex.formatHex(bytes), hex.formatHex(network));
    }
}
