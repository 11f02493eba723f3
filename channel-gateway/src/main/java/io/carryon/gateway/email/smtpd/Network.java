package io.carryon.gateway.email.smtpd;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** A range of IP addresses, written as {@code 10.0.0.0/8} or {@code fd00::/8}; one address stands for itself. */
public record Network(InetAddress base, int bits) {

    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** Read from the configuration; throws IllegalArgumentException for anything else, names of hosts included. */
    public static Network valueOf(String text) {
        var parts = text.strip().split("/", 2);
        if (!LITERAL.matcher(parts[0]).matches()) {
            throw new IllegalArgumentException("A network is written as 10.0.0.0/8 or fd00::/8, not " + text);
        }
        try {
            var base = InetAddress.getByName(parts[0]);
            var all = base.getAddress().length * 8;
            var bits = parts.length == 1 ? all : Integer.parseInt(parts[1]);
            if (bits < 0 || bits > all) {
                throw new IllegalArgumentException("A network's length is 0 to " + all + ", not " + bits);
            }
            return new Network(base, bits);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("Not an IP address: " + parts[0], e);
        }
    }

    boolean contains(InetAddress address) {
        var ours = base.getAddress();
        var theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (var bit = 0; bit < bits; bit++) {
            var mask = 0x80 >> (bit % 8);
            if (((ours[bit / 8] ^ theirs[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
