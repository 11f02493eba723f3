package io.carryon.gateway.phone.menu;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A menu as it is written down: a node has {@code options}, or {@code collect}, or {@code exit}. */
record MenuFile(List<String> languages, String queue, Map<String, Node> nodes) {

    private static final Pattern DIGITS = Pattern.compile("([0-9]{1,2})(?:-([0-9]{1,2}))?");
    private static final String TICKET_NUMBER = "ticket-number";

    /** A node; what it is shows by what it has. */
    record Node(
            Map<String, String> say,
            List<Answer> options,
            Collect collect,
            String then,
            MenuNode.Kind exit,
            String queue,
            String topic) {}

    /** One of a node's options. */
    record Answer(String key, Map<String, List<String>> words, String to, String language, String say) {

        MenuNode.Option option() {
            return new MenuNode.Option(key, words == null ? Map.of() : words, to, language, say);
        }
    }

    /** What is keyed in; digits as in {@code 8} or {@code 5-12}. */
    record Collect(String field, String digits, boolean sensitive, String check, boolean optional) {}

    /** Names the node in what it throws: {@link MenuRefused} tells of the first that is not one of the three kinds. */
    Menu named(String name, String version) {
        if (languages == null || languages.isEmpty() || nodes == null) {
            throw MenuRefused.of(name, new MenuFault(Menu.ROOT, "the file must name languages and nodes"));
        }
        var read = new LinkedHashMap<String, MenuNode>();
        nodes.forEach((key, node) -> read.put(key, node(name, key, node)));
        return new Menu(name, languages, queue, read, version);
    }

    private static MenuNode node(String menu, String name, Node node) {
        if (node == null
                || Stream.of(node.options(), node.collect(), node.exit())
                                .filter(Objects::nonNull)
                                .count()
                        != 1) {
            throw MenuRefused.of(menu, new MenuFault(name, "must have either options, or collect, or exit"));
        }
        Map<String, String> say = node.say() == null ? Map.of() : node.say();
        if (node.options() != null) {
            var options = node.options().stream().map(Answer::option).toList();
            return new MenuNode.Choice(name, node.topic(), say, node.queue(), options);
        }
        if (node.collect() != null) {
            return new MenuNode.Input(
                    name, node.topic(), say, node.queue(), field(menu, name, node.collect()), node.then());
        }
        return new MenuNode.Exit(name, node.topic(), say, node.queue(), node.exit());
    }

    private static MenuNode.Field field(String menu, String node, Collect collect) {
        var digits = DIGITS.matcher(Optional.ofNullable(collect.digits()).orElse(""));
        if (!digits.matches()) {
            throw MenuRefused.of(menu, new MenuFault(node, "collect must say how many digits, as in 8 or 5-12"));
        }
        if (collect.check() != null && !TICKET_NUMBER.equals(collect.check())) {
            throw MenuRefused.of(menu, new MenuFault(node, "check may only be " + TICKET_NUMBER));
        }
        var least = Integer.parseInt(digits.group(1));
        var most = digits.group(2) == null ? least : Integer.parseInt(digits.group(2));
        return new MenuNode.Field(
                collect.field(), least, most, collect.sensitive(), collect.check() != null, collect.optional());
    }
}
