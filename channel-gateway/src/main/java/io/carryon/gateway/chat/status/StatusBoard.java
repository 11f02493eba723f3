package io.carryon.gateway.chat.status;

import io.carryon.gateway.chat.ChatSession;
import jakarta.enterprise.context.ApplicationScoped;

/** Says where chats stand. */
@ApplicationScoped
public class StatusBoard {

    private final WaitingLines lines;
    private final AgentAvailability agents;

    public StatusBoard(WaitingLines lines, AgentAvailability agents) {
        this.lines = lines;
        this.agents = agents;
    }

    /** Where the chat stands now. Its place in the line may be a second old. */
    public ChatStatus of(ChatSession session) {
        var ticket = session.ticket();
        var state = state(session);
        var isOver = state == ChatStatus.State.RESOLVED || state == ChatStatus.State.ENDED;
        return new ChatStatus(
                state,
                state == ChatStatus.State.WAITING ? lines.placeOf(session) : null,
                ticket.ownerName(),
                agents(session),
                isOver ? null : ticket.nextStep(),
                isOver ? null : ticket.nextStepCode(),
                isOver ? null : ticket.nextUpdateBy(),
                ticket.number());
    }

    /** Whether somebody is there for this chat. */
    public ChatStatus.Agents agents(ChatSession session) {
        return agents.isAnyIn(session.ticket().queue()) ? ChatStatus.Agents.ONLINE : ChatStatus.Agents.OFFLINE;
    }

    /** Whether anybody is there, for who has not written yet. */
    public ChatStatus.Agents agents() {
        return agents.isAnyIn(null) ? ChatStatus.Agents.ONLINE : ChatStatus.Agents.OFFLINE;
    }

    private static ChatStatus.State state(ChatSession session) {
        if (session.endedAt() != null) {
            return ChatStatus.State.ENDED;
        }
        if (session.waitingSince() != null) {
            return ChatStatus.State.WAITING;
        }
        if (session.ticket().isResolved()) {
            return ChatStatus.State.RESOLVED;
        }
        return session.lastSeq() == 0 ? ChatStatus.State.NEW : ChatStatus.State.OPEN;
    }
}
