package io.carryon.gateway.phone.menu;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Nodes and fields are what they should be, each by itself. */
final class ShapeRules {

    private static final Pattern NODE = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,31}");
    // As Twilio takes them, and everybody else.
    private static final Pattern QUEUE = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final int MOST_NODES = 64;
    private static final int FEWEST_DIGITS = 2;
    private static final int MOST_DIGITS = 20;

    private ShapeRules() {}

    static Stream<MenuFault> namesArePlain(Menu menu) {
        var nodes = menu.nodes().values().stream()
                .flatMap(node -> Stream.of(
                                fault(node, NODE.matcher(node.name()).matches(), "its name must match " + NODE),
                                fault(
                                        node,
                                        node.topic() == null
                                                || NODE.matcher(node.topic()).matches(),
                                        "its topic must match " + NODE),
                                fault(
                                        node,
                                        node.queue() == null
                                                || QUEUE.matcher(node.queue()).matches(),
                                        "its queue must match " + QUEUE))
                        .flatMap(fault -> fault));
        var tooMany = menu.nodes().size() > MOST_NODES
                ? Stream.of(new MenuFault(Menu.ROOT, "there are more than " + MOST_NODES + " nodes"))
                : Stream.<MenuFault>empty();
        var queue = menu.queue() == null || QUEUE.matcher(menu.queue()).matches()
                ? Stream.<MenuFault>empty()
                : Stream.of(new MenuFault(Menu.ROOT, "the menu's queue must match " + QUEUE));
        return Stream.concat(nodes, Stream.concat(tooMany, queue));
    }

    static Stream<MenuFault> callsBeginWithAQuestion(Menu menu) {
        return menu.node(Menu.ROOT).filter(MenuNode.Choice.class::isInstance).isPresent()
                ? Stream.empty()
                : Stream.of(new MenuFault(Menu.ROOT, "every menu begins here, with options"));
    }

    static Stream<MenuFault> targetsExist(Menu menu) {
        return menu.nodes().values().stream()
                .flatMap(node -> node.targets()
                        .filter(target -> target == null || !menu.nodes().containsKey(target))
                        .map(target -> new MenuFault(
                                node.name(),
                                target == null
                                        ? "does not say where it leads"
                                        : "leads to " + target + ", which is no node")));
    }

    static Stream<MenuFault> inputCanBeKeyedIn(Menu menu) {
        return menu.nodes().values().stream()
                .filter(MenuNode.Input.class::isInstance)
                .map(MenuNode.Input.class::cast)
                .flatMap(node -> Stream.of(
                                fault(
                                        node,
                                        node.field().name() != null
                                                && FIELD.matcher(node.field().name())
                                                        .matches(),
                                        "its field's name must match " + FIELD),
                                fault(
                                        node,
                                        node.field().minDigits() >= FEWEST_DIGITS
                                                && node.field().minDigits()
                                                        <= node.field().maxDigits()
                                                && node.field().maxDigits() <= MOST_DIGITS,
                                        "it may ask for " + FEWEST_DIGITS + " to " + MOST_DIGITS
                                                + " digits; a single one would be mistaken for a key"))
                        .flatMap(fault -> fault));
    }

    private static Stream<MenuFault> fault(MenuNode node, boolean isRight, String what) {
        return isRight ? Stream.empty() : Stream.of(new MenuFault(node.name(), what));
    }
}
