package io.carryon.ticketing.conversation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where a contact came from and how its sender can be reached; kept as JSON with the contact's entry. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ContactOrigin(
        String connection,
        List<Handle> sender,
        List<Handle> customer,
        String messageId,
        List<String> references,
        JsonNode original,
        JsonNode phone,
        JsonNode chat,
        JsonNode portal,
        JsonNode selfService,
        Instant replyUntil) {

    /** A handle of the sender; {@code raw} as the channel had it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Handle(String kind, String value, String raw, String verification) {

        /** Whether it is proven to be its owner's: one that was only claimed may be somebody else's. */
        boolean proven() {
            return "verified".equals(verification);
        }

        /** The address as its owner writes it, when that is an address alone. */
        String written() {
            return raw != null && raw.matches("[^\\s<>,]+@[^\\s<>,]+") ? raw : value;
        }
    }

    /** Whether a handle is known to be the customer's. */
    boolean proves(Handle handle) {
        return customer.stream()
                .anyMatch(known -> known.proven()
                        && known.kind().equals(handle.kind())
                        && known.value().equalsIgnoreCase(handle.value()));
    }

    public ContactOrigin {
        sender = sender == null ? List.of() : List.copyOf(sender);
        customer = customer == null ? List.of() : List.copyOf(customer);
        references = references == null ? List.of() : List.copyOf(references);
    }

    Optional<Handle> senderOf(String kind) {
        return sender.stream().filter(handle -> handle.kind().equals(kind)).findFirst();
    }

    /** A handle proven to be the customer's: one that was only claimed may be somebody else's. */
    Optional<Handle> provenOfCustomer(String kind) {
        return customer.stream()
                .filter(handle -> handle.kind().equals(kind) && handle.proven())
                .findFirst();
    }
}
