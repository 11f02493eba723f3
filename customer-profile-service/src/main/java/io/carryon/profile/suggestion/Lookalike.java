package io.carryon.profile.suggestion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;

/**
 * A customer as they stand among others who have a key in common with them.
 *
 * @param handles ids of their handles when they came to stand there, at most {@value #MOST_HANDLES}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Lookalike(UUID customerId, String name, List<String> handles) {

    static final int MOST_HANDLES = 5;

    public Lookalike {
        handles = handles == null
                ? List.of()
                : handles.stream().limit(MOST_HANDLES).toList();
    }
}
