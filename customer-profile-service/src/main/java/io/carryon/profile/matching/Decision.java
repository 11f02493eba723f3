package io.carryon.profile.matching;

import java.util.List;

/**
 * Whether two records are of one person, and why.
 *
 * @param weight the sum of the evidence's weights
 */
public record Decision(Verdict verdict, int weight, List<Evidence> evidence) {}
