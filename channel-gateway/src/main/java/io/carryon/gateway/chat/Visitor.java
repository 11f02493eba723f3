package io.carryon.gateway.chat;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who chats, as far as the site knows. */
@Schema(name = "ChatVisitor")
public record Visitor(
        @Size(max = 200) @Schema(examples = "Marta Nowak") String name,

        @Email @Size(max = 320) @Schema(examples = "marta.nowak@example.com")
        String email,

        @Size(max = 200) @Schema(examples = "cust-20417") String account,

        @Schema(description = "True when the site's own sign-in proved account and e-mail address.")
        Boolean verified) {

    static final Visitor UNKNOWN = new Visitor(null, null, null, null);

    boolean signedIn() {
        return Boolean.TRUE.equals(verified);
    }
}
