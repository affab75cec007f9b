package org.podium.operations.deploy;

import org.apache.kafka.common.acl.AclBinding;

/** What a grant is in the cluster. */
public sealed interface AccessFinding {

    /** Who may do what with which resource. */
    AclBinding grant();

    /** It is there and should be. */
    record Granted(AclBinding grant) implements AccessFinding {}

    /** It should be there and is not. It is added. */
    record Missing(AclBinding grant) implements AccessFinding {}

    /** It is there, on a topic of ours or for a principal of ours, and should not be. It is taken away. */
    record Stray(AclBinding grant) implements AccessFinding {}

    /**
     * It reaches a topic of ours and others as well. It is left alone, since somebody else may need it, and nothing is
     * changed until it is gone.
     */
    record TooWide(AclBinding grant) implements AccessFinding {}
}
