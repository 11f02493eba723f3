package io.carryon.gateway.selfservice;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who asks, as the portal knows them; at least one of email, phone and account is needed. */
public record Requester(
        @Size(max = 200) @Schema(examples = "Marta Nowak") String name,

        @Email @Size(max = 320) @Schema(examples = "marta.nowak@example.com")
        String email,

        @Size(max = 64) @Schema(examples = "+48 22 555 0134")
        String phone,

        @Size(max = 200)
        @Schema(
                examples = "cust-20417",
                description = "The name of the account the portal signed in. Needs verified: true to mean anything.")
        String account,

        @Schema(description = "True when the portal's own sign-in proved account and e-mail address.")
        Boolean verified,

        @Pattern(regexp = "oidc|signed-link|otp", message = "must be oidc, signed-link or otp")
        @Schema(examples = "oidc", description = "How the sign-in proved it; oidc when left out.")
        String method) {

    static final String OIDC = "oidc";

    /** Whether the portal proved account and address. */
    public boolean signedIn() {
        return Boolean.TRUE.equals(verified);
    }

    String proof() {
        return method == null ? OIDC : method;
    }
}
