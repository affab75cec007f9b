package org.podium.lab.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreePortsTest {

    /** Processes listen on them seconds later, when others have been found. */
    @Test
    void whatWasFoundIsNotFoundAgain() {
        List<Integer> ports = new ArrayList<>();
        for (int call = 0; call < 500; call++) {
            ports.addAll(FreePorts.find(1));
        }

        assertThat(ports).doesNotHaveDuplicates();
    }

    @Test
    void theyCanBeListenedOnAndNobodyIsGivenThemToConnect() throws IOException {
        for (int port : FreePorts.find(3)) {
            assertThat(port).isBetween(15_000, 32_767);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                assertThat(socket.isBound()).isTrue();
            }
        }
    }
}
