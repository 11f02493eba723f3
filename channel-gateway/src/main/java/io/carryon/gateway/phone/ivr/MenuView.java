package io.carryon.gateway.phone.ivr;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.gateway.phone.menu.HumanWords;
import io.carryon.gateway.phone.menu.Menu;
import io.carryon.gateway.phone.menu.MenuNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A menu as any phone system may walk it. */
@Schema(name = "IvrMenu")
public record MenuView(
        @Schema(examples = "default") String name,
        @Schema(examples = "5d0c1f6ba2c04e7d") String version,

        @Schema(examples = "[\"en\", \"de\"]", description = "The first is spoken when nothing better is known.")
        List<String> languages,

        @Schema(examples = "root") String start,
        HumanView human,
        @Schema(description = "By their names.") Map<String, NodeView> nodes) {

    /** What leads to a person, at every node and during every prompt. */
    @Schema(name = "IvrMenuHuman")
    public record HumanView(
            @Schema(examples = "0") String key,

            @Schema(
                    examples = "{\"en\": [\"agent*\", \"person\"]}",
                    description = "By language. A word that ends in * stands for all its endings; case and accents do"
                            + " not matter.")
            Map<String, List<String>> words,

            @Schema(examples = "2", description = "Silence at a node that leads to a person.")
            int silences,

            @Schema(examples = "3", description = "Input at a node that is not understood and leads to a person.")
            int mistakes) {}

    /** A place in the menu. */
    @Schema(name = "IvrMenuNode")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record NodeView(
            @Schema(
                    enumeration = {"choice", "input", "queue", "callback", "voicemail", "resolved"},
                    examples = "choice")
            String kind,

            @Schema(examples = "billing", description = "Goes into menuPath in place of the node's name.")
            String topic,

            @Schema(examples = "billing", description = "Where 0 leads from here, and the end of the menu.")
            String queue,

            @Schema(examples = "{\"en\": \"For invoices press 1.\"}", description = "By language.")
            Map<String, String> say,

            @Schema(description = "Of a choice: at most 4.") List<OptionView> options,

            @Schema(description = "Of an input; not asked when it is collected already.")
            FieldView collect,

            @Schema(examples = "ticket-person", description = "Of an input: the node that follows.")
            String then) {}

    /** One answer to a choice. */
    @Schema(name = "IvrMenuOption")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record OptionView(
            @Schema(examples = "1") String key,
            @Schema(examples = "{\"en\": [\"invoice*\"]}") Map<String, List<String>> words,
            @Schema(examples = "billing") String to,

            @Schema(examples = "de", description = "Spoken from here on.")
            String language,

            @Schema(
                    examples = "Für Deutsch drücken Sie die 2.",
                    description = "Spoken after the node's sentence, in that language.")
            String say) {}

    /** What is keyed in. */
    @Schema(name = "IvrMenuField")
    public record FieldView(
            @Schema(examples = "ticketNumber") String name,
            @Schema(examples = "5") int minDigits,
            @Schema(examples = "12") int maxDigits,

            @Schema(description = "To be masked before it is told to anybody.")
            boolean sensitive,

            @Schema(description = "The last digit is a check digit.")
            boolean ticketNumber,

            @Schema(description = "The caller may pass it over with *.")
            boolean optional) {}

    static MenuView of(Menu menu, HumanWords human) {
        var words = menu.languages().stream()
                .collect(Collectors.toMap(each -> each, human::of, (a, b) -> b, LinkedHashMap::new));
        var nodes = new LinkedHashMap<String, NodeView>();
        menu.nodes().forEach((name, node) -> nodes.put(name, node(node)));
        return new MenuView(
                menu.name(),
                menu.version(),
                menu.languages(),
                Menu.ROOT,
                new HumanView(Menu.HUMAN_KEY, words, Menu.SILENCES, Menu.MISTAKES),
                nodes);
    }

    private static NodeView node(MenuNode node) {
        return switch (node) {
            case MenuNode.Choice choice ->
                new NodeView(
                        "choice",
                        choice.topic(),
                        choice.queue(),
                        choice.say(),
                        choice.options().stream().map(MenuView::option).toList(),
                        null,
                        null);
            case MenuNode.Input asked ->
                new NodeView(
                        "input", asked.topic(), asked.queue(), asked.say(), null, field(asked.field()), asked.then());
            case MenuNode.Exit exit ->
                new NodeView(
                        exit.kind().name().toLowerCase(Locale.ROOT),
                        exit.topic(),
                        exit.queue(),
                        exit.say(),
                        null,
                        null,
                        null);
        };
    }

    private static OptionView option(MenuNode.Option option) {
        return new OptionView(option.key(), option.words(), option.to(), option.language(), option.say());
    }

    private static FieldView field(MenuNode.Field field) {
        return new FieldView(
                field.name(),
                field.minDigits(),
                field.maxDigits(),
                field.sensitive(),
                field.ticketNumber(),
                field.optional());
    }
}
