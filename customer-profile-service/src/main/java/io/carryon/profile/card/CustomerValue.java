package io.carryon.profile.card;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.PastIssue;
import io.carryon.profile.identity.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the customer is to us.
 *
 * @param since their first contact
 * @param tenureDays whole days since then
 * @param openIssues issues whose ticket is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CardValue")
public record CustomerValue(
        Instant since, @Schema(examples = "420") long tenureDays, Tier tier, int openIssues) {

    static CustomerValue of(Optional<Customer> customer, Instant now) {
        var since = customer.map(Customer::since)
                .filter(first -> first.isBefore(now))
                .orElse(now);
        return new CustomerValue(
                since,
                Duration.between(since, now).toDays(),
                customer.map(Customer::tier).orElse(Tier.STANDARD),
                (int) customer.map(Customer::issues).orElse(Map.of()).values().stream()
                        .filter(PastIssue::isOpen)
                        .count());
    }
}
