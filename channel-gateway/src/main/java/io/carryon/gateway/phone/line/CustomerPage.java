package io.carryon.gateway.phone.line;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.UUID;

/** What the gateway reads of the profile's answer about a handle. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CustomerPage(List<Found> items) {

    /** Several customers may share a number: then nobody is named, because the first would be a guess. */
    CustomerQuestion.Answer asAnswer() {
        if (items == null || items.isEmpty()) {
            return CustomerQuestion.Answer.NOBODY;
        }
        return items.size() == 1 ? items.getFirst().asAnswer() : CustomerQuestion.Answer.SEVERAL;
    }

    /** One customer behind the handle. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Found(UUID id, String name, String match, List<RecognizedContact.OpenIssue> openIssues) {

        CustomerQuestion.Answer asAnswer() {
            var tickets = openIssues == null
                    ? List.<IvrAnswers.OpenTicket>of()
                    : openIssues.stream()
                            .map(RecognizedContact.OpenIssue::asTicket)
                            .limit(5)
                            .toList();
            return new CustomerQuestion.Answer(
                    new IvrAnswers.Customer(id, name, match == null ? "maybe" : match), tickets, false);
        }
    }
}
