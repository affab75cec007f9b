package org.podium.operations.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a key means, for whoever operates the service; a sentence of {@code --help}. Every key has one. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Meaning {

    /** The sentence, without a full stop. */
    String value();

    /**
     * True where the value, or a value below the key, may be a secret: it is never printed, not even when it is wrong.
     */
    boolean secret() default false;
}
