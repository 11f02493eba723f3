package io.carryon.gateway.chat.status;

import io.carryon.gateway.chat.ChatNews;
import io.carryon.gateway.ticket.TicketChanged;
import io.carryon.gateway.ticket.TicketFollower;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps each chat's state in step with its ticket, and has its visitor told. */
@ApplicationScoped
public class ChatTickets implements TicketFollower {

    private final TicketRows rows;
    private final ChatNews news;

    ChatTickets(TicketRows rows, ChatNews news) {
        this.rows = rows;
        this.news = news;
    }

    @Override
    public void follow(List<TicketChanged> tickets) {
        news.tell(rows.follow(tickets));
    }
}
