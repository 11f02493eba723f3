package io.carryon.profile.card;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How much effort the issue has been to the customer so far.
 *
 * @param parts those that count, whose points add up to the score
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Effort(
        @Schema(minimum = "0", maximum = "100", examples = "42")
        int score,

        List<Part> parts) {

    private static final List<EffortPolicy> POLICIES = EffortPolicy.all();

    /** One kind of effort and what it adds. */
    @Schema(name = "EffortPart")
    public record Part(
            @Schema(examples = "repeat-contacts") String name,
            @Schema(examples = "16") int points,

            @Schema(examples = "contact number 3 about this issue")
            String because) {}

    static Effort of(Experience experience) {
        var parts = new ArrayList<Part>();
        var score = 0;
        for (var policy : POLICIES) {
            var burden = policy.burden().apply(experience);
            var points = (int) Math.min(policy.most(), burden.points());
            if (points > 0) {
                parts.add(new Part(policy.name(), points, burden.because()));
                score += points;
            }
        }
        return new Effort(score, parts);
    }
}
