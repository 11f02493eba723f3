package io.carryon.gateway.portal;

import io.carryon.gateway.selfservice.Viewer;
import io.carryon.gateway.storage.StorageException;
import io.quarkus.runtime.BlockingOperationControl;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Whose browser it is: looked up once in a request, and not waited for again where it could not be. */
final class KnownViewer {

    private static final Logger LOG = Logger.getLogger(KnownViewer.class);

    private final Supplier<Viewer> lookup;
    private Viewer viewer;
    private StorageException away;

    KnownViewer(Supplier<Viewer> lookup) {
        this.lookup = lookup;
    }

    /** Throws {@link StorageException} where it cannot be told now. */
    Viewer get() {
        if (away != null) {
            throw away;
        }
        if (viewer == null) {
            try {
                viewer = lookup.get();
            } catch (StorageException e) {
                away = e;
                throw e;
            }
        }
        return viewer;
    }

    /** For what is shown without it as well; empty too on a thread that must not wait. */
    Optional<Viewer> ifKnown() {
        if (viewer == null && !BlockingOperationControl.isBlockingAllowed()) {
            return Optional.empty();
        }
        try {
            return Optional.of(get());
        } catch (StorageException e) {
            LOG.warnf("Whose browser it is could not be looked up: %s", e.getMessage());
            return Optional.empty();
        }
    }
}
