package io.carryon.gateway.guard;

/**
 * Somebody at a door that is open to the world.
 *
 * @param door its name, which has limits of its own
 * @param honeypot what stands in the field that no person sees, or null
 * @param proof the challenge that was solved, or null
 */
public record GuardedRequest(String door, ClientAddress from, String honeypot, Solution proof) {}
