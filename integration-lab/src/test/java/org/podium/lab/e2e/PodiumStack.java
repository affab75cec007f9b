package org.podium.lab.e2e;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests of this class run on a whole system: broker, registry, results-streams, gateway and venue agents. Their
 * methods may take a {@link Competition}, which is theirs alone, and the {@link org.podium.lab.stack.Stack}, which is
 * everybody's.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PodiumStackExtension.class)
@interface PodiumStack {}
