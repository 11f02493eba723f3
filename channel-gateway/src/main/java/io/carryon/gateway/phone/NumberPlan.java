package io.carryon.gateway.phone;

import java.util.Optional;
import java.util.regex.Pattern;

/** Knows how numbers are written in the calls of some telephone systems, where it differs from the usual. */
public interface NumberPlan {

    /**
     * How one writes them.
     *
     * @param region ISO country in whose national format they are
     * @param plusLeftOut international numbers come without their plus
     */
    record Writing(String region, boolean plusLeftOut) {

        /** Without a country a number has at most ten digits, or a zero in front. */
        private static final Pattern INTERNATIONAL = Pattern.compile("[1-9][0-9]{10,}");

        String complete(String number) {
            return plusLeftOut && INTERNATIONAL.matcher(number).matches() ? "+" + number : number;
        }
    }

    /** Empty when the client is not one of those. */
    Optional<Writing> of(String client);
}
