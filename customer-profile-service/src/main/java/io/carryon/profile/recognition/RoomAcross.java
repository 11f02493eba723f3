package io.carryon.profile.recognition;

import io.carryon.profile.history.IssueStore;
import io.carryon.profile.recognition.linking.Linking;
import java.util.Optional;

/** Keeps what history says within the bound of contacts about issues of others one is merged with. */
final class RoomAcross {

    /** Evidence of a contact that would be one too many. */
    static final String NO_ROOM = "no-room-across";

    private final IssueStore issues;

    RoomAcross(IssueStore issues) {
        this.issues = issues;
    }

    /**
     * Whoever has no room is linked to no issue of others, and asked about none: a yes could not be followed. No read
     * where there is room, else one, of the candidates.
     */
    Linking within(Inquiry inquiry, Linking linking) {
        var candidates = linking.candidates();
        if (candidates.isEmpty() || inquiry.mayCross()) {
            return linking;
        }
        var known = issues.find(
                candidates.stream().map(candidate -> candidate.issue().id()).toList());
        var own = candidates.stream()
                .filter(candidate -> Optional.ofNullable(
                                known.get(candidate.issue().id()))
                        .filter(inquiry::isOwn)
                        .isPresent())
                .toList();
        if (own.isEmpty()) {
            return new Linking(Linking.Decision.NEW, own, linking.best(), NO_ROOM);
        }
        var isBestLeft = own.getFirst().equals(candidates.getFirst());
        return new Linking(
                isBestLeft ? linking.decision() : Linking.Decision.ASK, own, linking.best(), linking.evidence());
    }
}
