package org.podium.gateway.subscription;

import java.util.Optional;
import org.podium.gateway.frame.Frame;

/** Whether a reader may stay. Asked about every second, for every reader: it has to be cheap. */
@FunctionalInterface
public interface Permit {

    /** For who may stay as long as it likes. */
    Permit FOR_GOOD = Optional::empty;

    /** Why the reader has to go; empty while it may stay. */
    Optional<Frame.Farewell> over();
}
