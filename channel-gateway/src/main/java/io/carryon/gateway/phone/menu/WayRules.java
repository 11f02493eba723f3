package io.carryon.gateway.phone.menu;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Where the ways through a menu lead. */
final class WayRules {

    private static final int DEEPEST = 2;

    private WayRules() {}

    static Stream<MenuFault> everyNodeIsReached(Menu menu) {
        var reached = from(menu, Menu.ROOT);
        return menu.nodes().keySet().stream()
                .filter(name -> !reached.contains(name))
                .map(name -> new MenuFault(name, "no way leads here"));
    }

    // 0 leads to a person from everywhere; the ways a menu offers must lead there as well.
    static Stream<MenuFault> everyWayEndsWithSomebody(Menu menu) {
        return menu.nodes().values().stream()
                .filter(node -> !(node instanceof MenuNode.Exit))
                .flatMap(node -> {
                    var ends = from(menu, node.name()).stream()
                            .map(menu.nodes()::get)
                            .filter(MenuNode.Exit.class::isInstance)
                            .map(MenuNode.Exit.class::cast)
                            .toList();
                    if (ends.isEmpty()) {
                        return Stream.of(new MenuFault(node.name(), "is a dead end: the ways from here go in circles"));
                    }
                    return ends.stream().anyMatch(exit -> exit.kind() == MenuNode.Kind.QUEUE)
                            ? Stream.empty()
                            : Stream.of(new MenuFault(node.name(), "is a dead end: no way leads to a person"));
                });
    }

    static Stream<MenuFault> noMoreThanTwoQuestionsDeep(Menu menu) {
        var tooDeep = new LinkedHashSet<String>();
        goDown(menu, menu.nodes().get(Menu.ROOT), 0, new HashSet<>(), tooDeep);
        return tooDeep.stream()
                .map(name -> new MenuFault(name, "comes after " + DEEPEST + " questions what the call is about"));
    }

    private static void goDown(Menu menu, MenuNode node, int above, Set<String> on, Set<String> tooDeep) {
        if (!on.add(node.name())) {
            return;
        }
        var depth = above + (asksAboutTheCall(node) ? 1 : 0);
        if (depth > DEEPEST) {
            tooDeep.add(node.name());
        } else {
            node.targets().map(menu.nodes()::get).forEach(next -> goDown(menu, next, depth, on, tooDeep));
        }
        on.remove(node.name());
    }

    // Whoever first has to say in which language has not been asked about their concern yet.
    private static boolean asksAboutTheCall(MenuNode node) {
        return node instanceof MenuNode.Choice choice && !choice.isAboutLanguage();
    }

    static Stream<MenuFault> nothingIsAskedTwice(Menu menu) {
        return inputs(menu)
                .flatMap(first -> from(menu, first.then()).stream()
                        .map(menu.nodes()::get)
                        .filter(MenuNode.Input.class::isInstance)
                        .map(MenuNode.Input.class::cast)
                        .filter(later -> !later.name().equals(first.name()))
                        .filter(later ->
                                later.field().name().equals(first.field().name()))
                        .map(later -> new MenuFault(
                                later.name(),
                                "asks for " + later.field().name() + " again, after node " + first.name())));
    }

    private static Stream<MenuNode.Input> inputs(Menu menu) {
        return menu.nodes().values().stream()
                .filter(MenuNode.Input.class::isInstance)
                .map(MenuNode.Input.class::cast);
    }

    private static Set<String> from(Menu menu, String start) {
        var reached = new LinkedHashSet<String>();
        var open = new ArrayDeque<String>();
        open.add(start);
        while (!open.isEmpty()) {
            var name = open.poll();
            if (reached.add(name)) {
                menu.nodes().get(name).targets().forEach(open::add);
            }
        }
        return reached;
    }
}
