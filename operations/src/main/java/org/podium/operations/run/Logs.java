package org.podium.operations.run;

import java.util.Locale;
import org.apache.logging.log4j.core.config.Configurator;

/**
 * Sets logging up: {@code log4j2.xml} of this module, whose two properties come from {@link LogSettings}. An operator's
 * own file, given to the JVM as {@code -Dlog4j2.configurationFile}, wins.
 */
public final class Logs {

    private Logs() {}

    /** Takes the settings over for everything that is logged from now on. */
    public static void setUp(LogSettings settings) {
        System.setProperty("podium.log.format", settings.format().name().toLowerCase(Locale.ROOT));
        System.setProperty("podium.log.level", settings.level().name());
        Configurator.reconfigure();
    }
}
