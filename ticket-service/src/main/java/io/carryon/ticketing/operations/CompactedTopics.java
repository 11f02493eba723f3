package io.carryon.ticketing.operations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Topics of which only the latest event under each key is kept. */
@ApplicationScoped
public class CompactedTopics {

    private static final Logger LOG = Logger.getLogger(CompactedTopics.class);
    private static final int DEADLINE_MS = 5_000;

    private final String bootstrap;

    CompactedTopics(@ConfigProperty(name = "carryon.kafka.bootstrap") String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /**
     * Whether the topic is compacted from now on: made so, or changed to it, as whoever listened first may have made it by
     * subscribing. Where the account may do neither it is an operator's to do, and what is published is only kept longer.
     */
    public boolean ensure(String topic) {
        var settings = Map.<String, Object>of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                DEADLINE_MS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                DEADLINE_MS);
        try (var admin = Admin.create(settings)) {
            if (!isMade(admin, topic)) {
                change(admin, topic);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | KafkaException e) {
            LOG.warnf("Topic %s is to be compacted (cleanup.policy=compact): %s", topic, e.getMessage());
            return false;
        }
    }

    private static boolean isMade(Admin admin, String topic) throws InterruptedException, ExecutionException {
        var wanted = new NewTopic(topic, Optional.empty(), Optional.empty())
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        try {
            admin.createTopics(List.of(wanted)).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw e;
        }
    }

    private static void change(Admin admin, String topic) throws InterruptedException, ExecutionException {
        var compact = new ConfigEntry(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        admin.incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.TOPIC, topic),
                        List.of(new AlterConfigOp(compact, AlterConfigOp.OpType.SET))))
                .all()
                .get();
    }
}
