package org.podium.model.serde;

import java.util.HashSet;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Avro makes objects only of classes that it was told to trust, so that a schema from outside cannot name any class
 * that it likes. What it trusts is global to the process, therefore this is too. The packages of the project's
 * generated records are added when a codec of one is made; nothing has to be set when the JVM starts.
 */
public final class TrustedRecords {

    private static final Set<String> PACKAGES = new HashSet<>();

    private TrustedRecords() {}

    /**
     * Has Avro trust the record's package, beside what it trusts already. May be called from any thread, any number of
     * times.
     */
    public static void add(Class<? extends SpecificRecord> type) {
        String name = type.getPackageName();
        synchronized (PACKAGES) {
            if (PACKAGES.add(name)) {
                ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                        ClassSecurityValidator.getGlobal(),
                        asked -> asked.getPackageName().equals(name)));
            }
        }
    }
}
