package io.carryon.gateway.phone.menu;

/** What is wrong with a menu, and at which node. */
public record MenuFault(String node, String what) {

    @Override
    public String toString() {
        return "node " + node + ": " + what;
    }
}
