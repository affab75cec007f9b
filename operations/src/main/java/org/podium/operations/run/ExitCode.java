package org.podium.operations.run;

/** How a program ends, in the numbers of {@code sysexits.h}, which the launcher script uses as well. */
public enum ExitCode {
    /** It did what it was asked to, or was told to stop and did. */
    OK(0),
    /** It did what it was asked to, and the answer is no: something differs, is incompatible, was over budget. */
    NO(1),
    /** The command line is wrong. */
    USAGE(64),
    /** Something that it needs does not answer: a broker, the registry. */
    UNAVAILABLE(69),
    /** A bug, or a failure that nobody foresaw; the log has the stack trace. */
    FAILED(70),
    /** The machine does not let it: a port is in use, a directory cannot be written, the disk is full. */
    CANNOT_START(71),
    /** It did not stop within its time, and was ended. */
    STOPPED_LATE(75),
    /** The configuration is wrong. */
    CONFIGURATION(78);

    private final int status;

    ExitCode(int status) {
        this.status = status;
    }

    /** Exit status of the process. */
    public int status() {
        return status;
    }
}
