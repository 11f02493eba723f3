package io.carryon.ticketing.desk;

import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.problem.ProblemMappers;
import io.carryon.ticketing.ticket.IllegalMoveException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says what a ticket's status allows instead. */
class IllegalMoveMapper {

    private final ProblemMappers problems = new ProblemMappers();

    @ServerExceptionMapper
    Response illegalMove(IllegalMoveException e) {
        return problems.known(ProblemException.conflict("illegal-move", e.getMessage()));
    }
}
