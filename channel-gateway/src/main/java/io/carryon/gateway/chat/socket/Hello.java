package io.carryon.gateway.chat.socket;

import io.carryon.gateway.chat.ChatConfig;
import io.carryon.gateway.chat.ChatPages;
import io.carryon.gateway.chat.ChatTalk;
import io.carryon.gateway.chat.status.StatusBoard;
import io.carryon.gateway.door.ContactUs;
import io.carryon.gateway.door.HumanConfig;
import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.site.PageOrigin;
import jakarta.enterprise.context.ApplicationScoped;

/** Opens or resumes a chat at a socket. */
@ApplicationScoped
public class Hello {

    private final LiveChats chats;
    private final ChatTalk talk;
    private final ChatPages pages;
    private final StatusBoard board;
    private final FrameProblems problems;
    private final ChatConfig config;
    private final HumanConfig human;

    public Hello(
            LiveChats chats,
            ChatTalk talk,
            ChatPages pages,
            StatusBoard board,
            FrameProblems problems,
            ChatConfig config,
            HumanConfig human) {
        this.chats = chats;
        this.talk = talk;
        this.pages = pages;
        this.board = board;
        this.problems = problems;
        this.config = config;
        this.human = human;
    }

    void say(VisitorFrame frame, LiveChat chat, PageOrigin page) {
        if (chat.session() != null) {
            throw ProblemException.conflict(
                    "hello-twice", "This socket has its chat; open another socket for another.");
        }
        var resume = frame.resume();
        var told = chats.told();
        var session = talk.sessionOf(frame.wantedToken())
                .filter(found -> resume == null
                        || resume.sessionId() == null
                        || resume.sessionId().equals(found.sessionId()))
                .orElse(null);
        if (session == null) {
            refuse(chat, "The token is not good for an open chat. Have the site open a new one.");
            return;
        }
        try {
            pages.check(session, page);
        } catch (ProblemException wrongPage) {
            chat.send(problems.of(null, wrongPage));
            chat.close(LiveChats.WRONG_PAGE, "not from this page");
            return;
        }
        chats.joined(session, chat);
        // A browser that names a place beyond the last has it from elsewhere, and would miss what comes up to there.
        var from = resume == null ? session.lastSeq() : Math.min(resume.lastSeq(), session.lastSeq());
        // Who was told of no chat since before this one was read has nothing more to read.
        var isAllKnown = from == session.lastSeq() && chats.told() == told;
        chat.begin(
                session,
                from,
                isAllKnown,
                ServerFrame.Welcome.to(session, config.heartbeatSec(), board.agents(session), ContactUs.of(human)),
                ServerFrame.Status.of(board.of(session)));
        chats.begun(chat);
    }

    void refuse(LiveChat chat, String why) {
        chat.send(problems.notAllowed(why));
        chat.close(LiveChats.NOT_ALLOWED, "not allowed");
    }
}
