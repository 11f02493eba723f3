package io.carryon.gateway.phone;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What the phone channel needs to know; together its deadlines stay below the second a caller waits. */
@ConfigMapping(prefix = "carryon.phone")
public interface PhoneConfig {

    /** ISO country in whose national format numbers arrive. */
    @WithDefault("DE")
    String region();

    /** Language spoken to a caller of whom none is known. */
    @WithDefault("en")
    String language();

    /** Where a caller goes when nothing better is known. */
    @WithDefault("support")
    String queue();

    /**
     * When people answer, such as {@code Mon-Fri 08:00-20:00, Sat 10:00-14:00}, in the zone of the callbacks. Outside,
     * callers are told so and offered a callback or a voicemail; what they want is noted all the same.
     */
    @WithDefault("always")
    String hours();

    /** How long the queue may ring before the IVR offers something else, in seconds. */
    @WithDefault("120")
    int timeoutSec();

    /** How long the call's row may take before the caller is answered without it. */
    @WithDefault("400ms")
    Duration storeDeadline();

    /** How long the broker's acknowledgement may take before the stored call has to do. */
    @WithDefault("400ms")
    Duration ackDeadline();

    /** From the request's arrival to the moment it is answered with what is known. */
    @WithDefault("850ms")
    Duration answerDeadline();

    /** How long a starting process waits for the line before it takes calls without it. */
    @WithDefault("20s")
    Duration listenWithin();

    /** How many announced calls a process remembers for when the database is slow or away. */
    @WithDefault("10000")
    int remembered();

    /** How often calls the broker did not take are published again. */
    @WithDefault("5s")
    Duration republishEvery();

    /** How many events are kept of one call; more are refused, and zero-out, agent and hangup still taken. */
    @WithDefault("1000")
    int events();

    /** Names of input that must never be kept: matched against the words of a key. */
    @WithDefault("pin,pan,card,cvv,cvc,password,iban")
    Set<String> sensitive();

    /** Directory of menus, one to a file; without one there is the menu that comes with the service. */
    Optional<Path> menus();

    /** Base address of the ticket-service as the agents' browsers reach it. */
    @WithDefault("http://localhost:8082")
    String ticketsUrl();
}
