package io.carryon.gateway.phone.menu;

import io.carryon.gateway.phone.PhoneConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.PathConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** Menus for tests: the shipped one, those of a directory, and one to put faults into. */
final class MenuFixtures {

    static final HumanWords HUMAN = new HumanWords();

    /** A menu with nothing wrong, in one language. */
    static final String SOUND = """
            languages: [en]
            nodes:
              root:
                say: {en: "For invoices press 1, for a number press 2, for anybody press 0."}
                options:
                  - {key: "1", to: invoices, words: {en: [invoice*]}}
                  - {key: "2", to: number, words: {en: [number]}}
              invoices:
                say: {en: "Press 1 to talk, 2 to be called."}
                options:
                  - {key: "1", to: clerk, words: {en: [talk]}}
                  - {key: "2", to: call, words: {en: [call me]}}
              number:
                say: {en: "Key in your order number."}
                collect: {field: orderNumber, digits: 4-8}
                then: clerk
              clerk: {exit: queue, queue: billing}
              call: {exit: callback}
            """;

    /** A menu in which a number is asked for, and which leads back to before it. */
    static final String ROUND = """
            languages: [en]
            nodes:
              root:
                say: {en: "For your order press 1, for anything else press 2, for anybody press 0."}
                options:
                  - {key: "1", to: number, words: {en: [order]}}
                  - {key: "2", to: clerk, words: {en: [else]}}
              number:
                say: {en: "Key in your order number."}
                collect: {field: orderNumber, digits: 4-8}
                then: what
              what:
                say: {en: "Press 1 to talk, 2 for the beginning."}
                options:
                  - {key: "1", to: clerk, words: {en: [talk]}}
                  - {key: "2", to: root, words: {en: [beginning]}}
              clerk: {exit: queue, queue: orders}
            """;

    private MenuFixtures() {}

    static Menu shipped() {
        return new Menus(config(null), HUMAN).named(Menus.DEFAULT).orElseThrow();
    }

    static Menus of(Path directory) {
        return new Menus(config(directory), HUMAN);
    }

    /** Read and linted as at start. */
    static Menu linted(String yaml) {
        return new MenuLint(HUMAN).passed(MenuReader.menu("tried", yaml.getBytes(StandardCharsets.UTF_8)));
    }

    static MenuWalk walk(Menu menu) {
        return new MenuWalk(menu, HUMAN);
    }

    private static PhoneConfig config(Path menus) {
        var config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(Path.class, 200, new PathConverter())
                .withMapping(PhoneConfig.class);
        if (menus != null) {
            config.withDefaultValue("carryon.phone.menus", menus.toString());
        }
        return config.build().getConfigMapping(PhoneConfig.class);
    }
}
