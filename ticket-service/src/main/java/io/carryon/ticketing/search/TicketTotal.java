package io.carryon.ticketing.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many tickets there are: counting stops at some number, and says so. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Either exact, or at least so many: counting stops at 1,000")
public record TicketTotal(
        @Schema(description = "So many there are", examples = "42")
        Integer exact,

        @Schema(description = "There are so many and more", nullable = true)
        Integer atLeast) {

    /** @param counted up to one more than {@code most} */
    static TicketTotal of(int counted, int most) {
        return counted > most ? new TicketTotal(null, most) : new TicketTotal(counted, null);
    }
}
