package io.carryon.gateway.phone.line;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The one question the gateway asks the profile directly. */
@Path("/v1/customers")
@RegisterRestClient(configKey = "profile")
public interface ProfileCustomers {

    /** Customers with this handle, such as {@code tel:+49301234567}; numbers may be written as in the region. */
    @GET
    CustomerPage find(
            @QueryParam("handle") String handle,
            @QueryParam("region") String region,
            @HeaderParam("Authorization") String authorization);
}
