package io.carryon.profile.recognition.training;

import io.carryon.profile.recognition.linking.Comparison;
import java.util.UUID;

/**
 * A contact of which it is known what it is about.
 *
 * @param issueId the issue; null for a new one
 * @param group what it has in common with others, such as its topic: cross-validation keeps a group together
 */
record Example(String id, Comparison comparison, UUID issueId, String group) {}
