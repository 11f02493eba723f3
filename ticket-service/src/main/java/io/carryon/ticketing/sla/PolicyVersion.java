package io.carryon.ticketing.sla;

import java.time.Instant;
import java.util.List;

/**
 * The list of policies as it stood from an instant on.
 *
 * @param revision counts the versions, from 1
 * @param changedBy subject of who made it so, null for what came with the service
 */
record PolicyVersion(int revision, Instant validFrom, List<SlaPolicy> policies, String changedBy) {}
