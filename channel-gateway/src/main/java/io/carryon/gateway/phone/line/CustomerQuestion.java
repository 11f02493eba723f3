package io.carryon.gateway.phone.line;

import io.carryon.gateway.phone.PhoneConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Asks the profile who calls; a caller does not wait longer than 300 ms for it, and not at all for its troubles. */
@ApplicationScoped
public class CustomerQuestion {

    private static final Logger LOG = Logger.getLogger(CustomerQuestion.class);

    private final ProfileCustomers profile;
    private final ProfileToken token;
    private final PhoneConfig config;

    public CustomerQuestion(@RestClient ProfileCustomers profile, ProfileToken token, PhoneConfig config) {
        this.profile = profile;
        this.token = token;
        this.config = config;
    }

    /** Who it is, with their open tickets. */
    public record Answer(IvrAnswers.Customer customer, List<IvrAnswers.OpenTicket> openTickets, boolean degraded) {

        static final Answer NOBODY = new Answer(IvrAnswers.Customer.NONE, List.of(), false);
        static final Answer SEVERAL = new Answer(new IvrAnswers.Customer(null, null, "maybe"), List.of(), false);
        static final Answer OUT_OF_REACH = new Answer(IvrAnswers.Customer.NONE, List.of(), true);
    }

    @Timeout(300)
    @Fallback(fallbackMethod = "outOfReach")
    public Answer whoHas(String number) {
        return profile.find("tel:" + number, config.region(), token.authorization())
                .asAnswer();
    }

    Answer outOfReach(@SuppressWarnings("unused") String number, Throwable reason) {
        LOG.infof("The profile did not say who calls: %s", reason.toString());
        return Answer.OUT_OF_REACH;
    }
}
