package io.carryon.ticketing.webhooks;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/**
 * Where a receiver is. Admins of tickets are not admins of the network: nothing of ours is to be reached through a
 * webhook that they could not reach otherwise. So the address is looked at each time, and the one that was looked at is
 * the one that is connected to; a name may lead elsewhere a moment later.
 */
final class Destination {

    private static final int LONGEST = 500;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /** Looks a host's name up. */
    @FunctionalInterface
    interface Resolver {

        InetAddress[] all(String host) throws java.net.UnknownHostException;
    }

    private Destination() {}

    /**
     * The address of a receiver.
     *
     * @throws IllegalArgumentException saying what it must be
     */
    static URI parse(String url, boolean privateNetworks) {
        if (url.length() > LONGEST) {
            throw new IllegalArgumentException("must have at most %d characters".formatted(LONGEST));
        }
        var uri = read(url);
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("must be like https://example.org/hooks, without user and fragment");
        }
        var plain = "http".equalsIgnoreCase(uri.getScheme());
        if (!"https".equalsIgnoreCase(uri.getScheme()) && !(plain && privateNetworks && isLocal(host(uri)))) {
            throw new IllegalArgumentException("must begin with https://");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw new IllegalArgumentException("must have a port from 1 to 65535, or none");
        }
        return uri;
    }

    /** The address to connect to; all that the name stands for must be allowed. */
    static InetAddress resolve(URI receiver, boolean privateNetworks, Resolver resolver) throws DeliveryException {
        List<InetAddress> found;
        try {
            found = List.of(resolver.all(host(receiver)));
        } catch (java.net.UnknownHostException e) {
            throw new DeliveryException("the host's name is not known");
        }
        if (!privateNetworks && !found.stream().allMatch(Destination::isPublic)) {
            throw new DeliveryException("the host is in a private network");
        }
        return found.getFirst();
    }

    /** The host's name or address, an IPv6 one without its brackets. */
    static String host(URI receiver) {
        return receiver.getHost().replaceAll("^\\[|]$", "");
    }

    static int port(URI receiver) {
        if (receiver.getPort() > 0) {
            return receiver.getPort();
        }
        return isTls(receiver) ? HTTPS : HTTP;
    }

    static boolean isTls(URI receiver) {
        return "https".equalsIgnoreCase(receiver.getScheme());
    }

    /** Whether it is an address of the internet, by the registries of RFC 6890. */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        var first = bytes[0] & 0xff;
        var second = bytes[1] & 0xff;
        if (address instanceof Inet4Address) {
            return switch (first) {
                case 0 -> false;
                case 100 -> second < 64 || second > 127;
                case 192 -> second != 0 || (bytes[2] & 0xff) != 0;
                case 198 -> second != 18 && second != 19;
                default -> first < 240;
            };
        }
        // Global unicast is 2000::/3; of it, Teredo and 6to4 carry an IPv4 address that may be anybody's.
        var isGlobal = (first & 0xe0) == 0x20;
        var isTeredo = first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0;
        var isSixToFour = first == 0x20 && second == 0x02;
        return isGlobal && !isTeredo && !isSixToFour;
    }

    private static URI read(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("must be a URL like https://example.org/hooks");
        }
    }

    private static boolean isLocal(String host) {
        return List.of("localhost", "127.0.0.1", "::1").contains(host);
    }
}
