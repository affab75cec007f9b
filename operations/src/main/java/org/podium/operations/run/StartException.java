package org.podium.operations.run;

import java.net.BindException;
import java.nio.file.FileSystemException;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.MismatchedEndpointTypeException;
import org.apache.kafka.common.errors.SecurityDisabledException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnsupportedEndpointTypeException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.jspecify.annotations.Nullable;
import org.podium.model.serde.SchemaRegistry;

/**
 * A program cannot start, or go on, for a reason that its operator can remove. The message is one line that says what
 * happened and what to do; no stack trace is printed.
 */
public class StartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    /** For that reason. */
    public StartException(ExitCode exitCode, String message) {
        this(exitCode, message, null);
    }

    /** For that reason, found by that failure. */
    public StartException(ExitCode exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** A port that another program has. */
    public static StartException portInUse(String host, int port, String key, @Nullable Throwable cause) {
        return new StartException(
                ExitCode.CANNOT_START,
                "port %d on %s is in use: end the program that has it, or choose another port with --set %s=PORT (0: any free one)"
                        .formatted(port, host, key),
                cause);
    }

    /**
     * What an operator can do about a failure; empty when it is one that needs its stack trace. Knows ports in use,
     * full disks, the schema registry's failures and Kafka's answers to a cluster that is away, refuses a credential or
     * is addressed at its controllers.
     */
    public static Optional<StartException> explain(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case StartException known -> {
                    return Optional.of(known);
                }
                case BindException bind -> {
                    return explained(
                            ExitCode.CANNOT_START,
                            "a port is in use or not this machine's: " + bind.getMessage(),
                            bind);
                }
                case FileSystemException file -> {
                    return explained(
                            ExitCode.CANNOT_START, "file %s: %s".formatted(file.getFile(), reason(file)), file);
                }
                case SchemaRegistry.RegistryUnavailableException away -> {
                    return explained(ExitCode.UNAVAILABLE, message(away), away);
                }
                case SchemaRegistry.UnknownSchemaException missing -> {
                    return explained(
                            ExitCode.UNAVAILABLE,
                            message(missing) + " Run './podium schemas register' before the services.",
                            missing);
                }
                case AuthenticationException refused -> {
                    return explained(
                            ExitCode.UNAVAILABLE,
                            "Kafka refused the credential: %s; check podium.kafka.client-file"
                                    .formatted(message(refused)),
                            refused);
                }
                case AuthorizationException refused -> {
                    return explained(
                            ExitCode.UNAVAILABLE,
                            "Kafka does not allow it to this credential: " + message(refused),
                            refused);
                }
                case SecurityDisabledException open -> {
                    return explained(
                            ExitCode.UNAVAILABLE,
                            "the brokers let everybody do everything (%s); set their authorizer.class.name"
                                    .formatted(message(open)),
                            open);
                }
                case UnsupportedVersionException _,
                        UnsupportedEndpointTypeException _,
                        MismatchedEndpointTypeException _ -> {
                    return explained(
                            ExitCode.UNAVAILABLE,
                            "what answers at podium.kafka.bootstrap-servers serves no clients like this one: %s; name brokers, not controllers"
                                    .formatted(message(cause)),
                            cause);
                }
                case TimeoutException late -> {
                    return explained(
                            ExitCode.UNAVAILABLE,
                            "Kafka did not answer in time: %s; check that it runs and podium.kafka.bootstrap-servers"
                                    .formatted(message(late)),
                            late);
                }
                case ConfigException wrong -> {
                    return explained(
                            ExitCode.CONFIGURATION, "Kafka's client refuses its settings: " + message(wrong), wrong);
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    private static Optional<StartException> explained(ExitCode exitCode, String message, Throwable cause) {
        return Optional.of(new StartException(exitCode, message, cause));
    }

    private static String message(Throwable thrown) {
        return Objects.requireNonNullElse(thrown.getMessage(), thrown.getClass().getSimpleName());
    }

    private static String reason(FileSystemException e) {
        String reason = e.getReason();
        return reason != null ? reason : e.getClass().getSimpleName().replace("Exception", "");
    }

    public ExitCode exitCode() {
        return exitCode;
    }
}
