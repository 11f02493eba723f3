package io.carryon.gateway.selfservice;

import io.carryon.gateway.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A page of what was said on a request: the latest first of all, earlier ones by the cursor. */
record PortalConversation(List<Said> said, String next, boolean hasMore) {

    /** Where a message stands, or a request in a list. */
    record Place(Instant at, UUID id) {

        private static final Place END = new Place(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

        /** The place a cursor names; the end without one; 400 for what is no cursor. */
        static Place of(String cursor) {
            if (cursor == null) {
                return END;
            }
            try {
                var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("/", 2);
                return new Place(Instant.parse(parts[0]), UUID.fromString(parts[parts.length - 1]));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw ProblemException.invalid("/cursor", "is not a cursor of this request");
            }
        }

        String cursor() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((at + "/" + id).getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * A message and its place.
     *
     * @param isUnshown whether it is support's and was shown to nobody yet
     */
    record Said(Place place, String from, String author, String text, boolean isUnshown) {

        private PortalAnswers.Message with(List<PortalFile> files, String path) {
            return new PortalAnswers.Message(
                    from,
                    author,
                    text,
                    files.stream()
                            .map(file -> new PortalAnswers.File(
                                    file.id(),
                                    file.name(),
                                    file.mediaType(),
                                    file.size(),
                                    path + "/files/" + file.id()))
                            .toList(),
                    place.at());
        }
    }

    /** A page of at most {@code limit}, in the order said, from messages read latest first with one too many. */
    static PortalConversation page(List<Said> latestFirst, int limit) {
        var shown = latestFirst.subList(0, Math.min(limit, latestFirst.size()));
        var hasMore = latestFirst.size() > limit;
        return new PortalConversation(
                shown.reversed(), hasMore ? shown.getLast().place().cursor() : null, hasMore);
    }

    List<UUID> ids() {
        return said.stream().map(message -> message.place().id()).toList();
    }

    /** Support's answers that were shown to nobody yet. */
    List<UUID> unshown() {
        return said.stream()
                .filter(Said::isUnshown)
                .map(message -> message.place().id())
                .toList();
    }

    List<PortalAnswers.Message> messages(Map<UUID, List<PortalFile>> files, PortalRequest request) {
        return said.stream()
                .map(message -> message.with(
                        files.getOrDefault(message.place().id(), List.of()), PortalRequests.pathOf(request)))
                .toList();
    }
}
