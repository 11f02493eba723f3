package io.carryon.gateway.phone.ivr;

import io.carryon.gateway.phone.menu.HumanWords;
import io.carryon.gateway.phone.menu.Menu;
import io.carryon.gateway.phone.menu.Menus;
import io.carryon.gateway.problem.Problem;
import io.carryon.gateway.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The menus that are configured here, for phone systems that walk them themselves. */
@Path("/v1/ivr/menus")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RolesAllowed("ivr")
@SecurityRequirement(name = "bearer")
@Tag(name = "Phone", description = "What a phone menu tells us of its calls, and what it is told.")
public class MenuResource {

    private final Menus menus;
    private final HumanWords human;

    public MenuResource(Menus menus, HumanWords human) {
        this.menus = menus;
        this.human = human;
    }

    /** The menus there are. */
    @Schema(name = "IvrMenuList")
    public record MenuList(List<MenuName> items) {}

    /** A menu, and which it is at present. */
    @Schema(name = "IvrMenuName")
    public record MenuName(
            @Schema(examples = "default") String name,
            @Schema(examples = "5d0c1f6ba2c04e7d") String version,
            @Schema(examples = "[\"en\", \"de\"]") List<String> languages) {

        static MenuName of(Menu menu) {
            return new MenuName(menu.name(), menu.version(), menu.languages());
        }
    }

    @GET
    @Operation(operationId = "listMenus", summary = "The phone menus there are")
    public MenuList list() {
        return new MenuList(menus.all().stream().map(MenuName::of).toList());
    }

    @GET
    @Path("{name}")
    @Operation(
            operationId = "readMenu",
            summary = "A phone menu as a graph of nodes",
            description = "Linted when the gateway started: every node leads to a person, and nothing is asked twice.")
    @APIResponse(
            responseCode = "200",
            description = "The menu, with its version as ETag",
            content = @Content(schema = @Schema(implementation = MenuView.class)))
    @APIResponse(responseCode = "304", description = "It is still the version of If-None-Match")
    @APIResponse(responseCode = "404", description = "There is no such menu")
    public Response read(@Parameter(example = "default") @PathParam("name") String name, @Context Request request) {
        var menu =
                menus.named(name).orElseThrow(() -> ProblemException.notFound("There is no phone menu of this name."));
        var tag = new EntityTag(menu.version());
        var unchanged = request.evaluatePreconditions(tag);
        return unchanged == null
                ? Response.ok(MenuView.of(menu, human)).tag(tag).build()
                : unchanged.tag(tag).build();
    }
}
