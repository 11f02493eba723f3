package io.carryon.ticketing.ticket;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What leaves one event for each thing that happens to it; the revision counts them. */
@MappedSuperclass
abstract class Recorded {

    @Id
    private UUID id;

    private int revision;

    /** By how much positions in the conversation are ahead of the revision. */
    private int movedPositions;

    private Instant updatedAt;

    @Transient
    private List<Happening> happenings = new ArrayList<>();

    protected Recorded() {}

    protected Recorded(UUID id) {
        this.id = id;
    }

    abstract TicketState state();

    /** What happened and was not taken yet, in order. */
    public List<Happening> happenings() {
        return List.copyOf(happenings);
    }

    /** What happened since the last call, in order. */
    public List<Happening> takeHappenings() {
        var taken = List.copyOf(happenings);
        happenings.clear();
        return taken;
    }

    /** Something that belongs to the ticket's history and changes nothing of the ticket itself. */
    public void reported(TicketEvent event, Actor by, Instant now) {
        happened(event, by, now);
    }

    void happened(TicketEvent event, Actor actor, Instant now) {
        revision++;
        updatedAt = now;
        happenings.add(new Happening(id, revision, event, state(), actor, now));
    }

    /** The next event stands for so many entries, which take the positions up to its {@link #position()}. */
    void takePositions(int entries) {
        movedPositions += entries - 1;
    }

    public UUID id() {
        return id;
    }

    /** How many events the ticket's log holds. */
    public int revision() {
        return revision;
    }

    /** Place in the conversation of what was said last: the revision, and more where several entries came at once. */
    public int position() {
        return revision + movedPositions;
    }

    int movedPositions() {
        return movedPositions;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
