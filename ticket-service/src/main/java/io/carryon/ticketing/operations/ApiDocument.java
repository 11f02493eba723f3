package io.carryon.ticketing.operations;

import io.carryon.ticketing.problem.Problem;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What all operations of the API document share. */
@OpenAPIDefinition(
        info = @Info(title = "Carryon tickets", version = "1"),
        components =
                @Components(
                        responses =
                                @APIResponse(
                                        name = "Problem",
                                        description = "What is wrong, where, and what to do about it",
                                        content =
                                                @Content(
                                                        mediaType = Problem.MEDIA_TYPE,
                                                        schema = @Schema(implementation = Problem.class)))))
public class ApiDocument extends Application {}
