package io.carryon.gateway.phone.cti;

import java.util.List;
import java.util.Optional;

/**
 * A telephone system as it is configured.
 *
 * @param client the name its calls are known under
 * @param secret what its pushes are signed with, if they are
 * @param region ISO country of its national numbers, if it is not the usual one
 */
record CtiConnection(
        String client,
        CtiConfig.Kind kind,
        Optional<String> secret,
        Optional<String> region,
        List<NumberPattern> blocked,
        List<NumberRule> outbound,
        List<NumberRule> queues) {

    static final String PREFIX = "cti:";

    /** Without the secret, wherever it is written. */
    @Override
    public String toString() {
        return "CtiConnection[" + client + "]";
    }

    static CtiConnection of(String name, CtiConfig.Connection configured, Optional<String> secret) {
        return new CtiConnection(
                PREFIX + name,
                configured.kind(),
                secret,
                configured.region(),
                configured.blocked().orElse(List.of()),
                configured.outbound().orElse(List.of()),
                configured.queues().orElse(List.of()));
    }

    boolean blocks(String caller) {
        var wanted = caller == null ? "anonymous" : caller;
        return blocked.stream().anyMatch(pattern -> pattern.fits(wanted));
    }

    /** The number to show instead of the extension's own. */
    Optional<String> shownTo(String called) {
        return NumberRule.first(outbound, called);
    }

    /** What the operator says of the queue or the number, else the telephone system's own word, or null. */
    String queue(String named, String dialled) {
        return NumberRule.first(queues, named)
                .or(() -> NumberRule.first(queues, dialled))
                .orElse(named);
    }
}
