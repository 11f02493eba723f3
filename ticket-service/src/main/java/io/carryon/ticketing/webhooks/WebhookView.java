package io.carryon.ticketing.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A webhook as admins see it: without its secret. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Webhook")
public record WebhookView(
        UUID id,

        @Schema(examples = "https://crm.example.org/hooks/carryon")
        URI url,

        @Schema(examples = "The CRM") String description,

        @Schema(description = "Events it is told of; none means all", examples = "[\"ticket.opened\"]")
        List<String> types,

        @Schema(examples = "ACTIVE") Webhook.State state,

        @Schema(description = "Why it is disabled; absent unless it is")
        String disabledWhy,

        @Schema(description = "When the first of the latest failures in a row was; absent when the last one went well")
        Instant failingSince,

        @Schema(description = "Until when the former secret signs as well; absent when there is none")
        Instant formerSecretUntil,

        String createdBy,
        Instant createdAt) {

    static WebhookView of(Webhook hook) {
        return new WebhookView(
                hook.id(),
                hook.url(),
                hook.description(),
                hook.types(),
                hook.state(),
                hook.disabledWhy(),
                hook.failingSince(),
                hook.formerUntil(),
                hook.createdBy(),
                hook.createdAt());
    }

    /** All webhooks. */
    @Schema(name = "WebhookList")
    public record All(List<WebhookView> items) {}

    /** A webhook with the secret that its receiver needs, which is not shown again. */
    @Schema(name = "WebhookWithSecret")
    public record WithSecret(
            WebhookView webhook,

            @Schema(description = "Keep it: it is not shown again", examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
            String secret) {

        static WithSecret of(Webhook hook) {
            return new WithSecret(WebhookView.of(hook), hook.secret().written());
        }
    }

    /** A page of deliveries, latest first. */
    @Schema(name = "WebhookDeliveryPage")
    public record DeliveryPage(
            List<Delivery> items,

            @Schema(description = "Cursor of the next page, null on the last", nullable = true)
            String next,

            boolean hasMore) {}
}
