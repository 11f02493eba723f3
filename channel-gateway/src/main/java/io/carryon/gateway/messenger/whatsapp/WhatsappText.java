package io.carryon.gateway.messenger.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a message of any kind says, in words for staff. */
final class WhatsappText {

    private WhatsappText() {}

    static String of(String type, JsonNode message) {
        var said = message.path(type);
        return switch (type) {
            case "text" -> said.path("body").asText();
            case "image", "video", "audio", "document", "sticker" ->
                said.path("caption").asText();
            case "button" -> said.path("text").asText();
            case "interactive" -> chosen(said);
            case "location" -> location(said);
            case "contacts" -> each(said).map(WhatsappText::card).collect(Collectors.joining("\n"));
            case "reaction" -> reaction(said);
            case "order" -> order(said);
            case "system" -> said.path("body").asText();
            default -> unknown(type, message);
        };
    }

    private static String chosen(JsonNode said) {
        var choice = said.path(said.path("type").asText());
        return lines(
                choice.path("title").asText(),
                choice.path("description").asText(),
                choice.path("body").asText(),
                choice.path("response_json").asText());
    }

    private static String location(JsonNode said) {
        var place = Stream.of("name", "address")
                .map(name -> said.path(name).asText())
                .filter(word -> !word.isBlank())
                .collect(Collectors.joining(", "));
        return "Location: %s%s, %s"
                .formatted(
                        place.isEmpty() ? "" : place + ", ",
                        said.path("latitude").asText(),
                        said.path("longitude").asText());
    }

    private static String card(JsonNode contact) {
        var words =
                new ArrayList<String>(List.of(contact.at("/name/formatted_name").asText()));
        words.add(contact.at("/org/company").asText());
        each(contact.path("phones")).map(phone -> phone.path("phone").asText()).forEach(words::add);
        each(contact.path("emails")).map(mail -> mail.path("email").asText()).forEach(words::add);
        return "Contact: "
                + words.stream().filter(word -> !word.isBlank()).distinct().collect(Collectors.joining(", "));
    }

    private static String reaction(JsonNode said) {
        var emoji = said.path("emoji").asText();
        return emoji.isBlank() ? "[The reaction was taken back]" : "[Reaction] " + emoji;
    }

    private static String order(JsonNode said) {
        return lines(Stream.concat(
                        Stream.of("Order:", said.path("text").asText()),
                        each(said.path("product_items"))
                                .map(item -> "%s × %s, %s %s each"
                                        .formatted(
                                                item.path("quantity").asText(),
                                                item.path("product_retailer_id").asText(),
                                                item.path("item_price").asText(),
                                                item.path("currency").asText())))
                .toArray(String[]::new));
    }

    /** Nobody has to know the kind to see that something came. */
    private static String unknown(String type, JsonNode message) {
        var why = message.at("/errors/0/error_data/details").asText("");
        return "[A message of the kind \"%s\" came, which cannot be shown here; its original is kept]%s"
                .formatted(type.isBlank() ? "unknown" : type, why.isBlank() ? "" : " " + why);
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return list.isArray() ? StreamSupport.stream(list.spliterator(), false) : Stream.empty();
    }

    private static String lines(String... lines) {
        return Stream.of(lines).filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    }
}
