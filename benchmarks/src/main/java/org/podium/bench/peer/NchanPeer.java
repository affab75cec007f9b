package org.podium.bench.peer;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.podium.bench.feed.Publication;
import org.podium.bench.load.Target;
import org.podium.bench.machine.ServerProcess;
import org.podium.lab.stack.FreePorts;

/** nginx with Nchan: one worker, messages kept long enough that readers who come back resume. */
final class NchanPeer implements Peer {

    private static final Duration START = Duration.ofSeconds(10);
    private static final Path MODULE = Path.of("/usr/lib/nginx/modules/ngx_nchan_module.so");

    /** As many as the benchmark ever connects, and some to publish. */
    private static final int CONNECTIONS = 24_000;

    private final ServerProcess process;
    private final int port;

    private NchanPeer(ServerProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    static Optional<Path> module() {
        return Optional.of(MODULE).filter(Files::exists);
    }

    static NchanPeer start(Path directory) throws IOException, InterruptedException {
        int port = FreePorts.findOne();
        Path configuration = directory.resolve("nginx.conf");
        Files.writeString(configuration, configuration(directory, port));
        ServerProcess process = ServerProcess.start(
                "nginx",
                List.of(Programs.path("nginx"), "-p", directory.toString(), "-c", configuration.toString()),
                directory);
        return new NchanPeer(process.await(() -> ServerProcess.listens(port), START), port);
    }

    private static String configuration(Path directory, int port) {
        return """
                load_module %s;
                daemon off;
                worker_processes 1;
                worker_rlimit_nofile %d;
                pid %s/nginx.pid;
                error_log %s/nginx-error.log warn;
                events { worker_connections %d; use epoll; multi_accept on; }
                http {
                  access_log off;
                  tcp_nodelay on;
                  keepalive_requests 1000000000;
                  keepalive_timeout 1h;
                  client_header_timeout 1h;
                  client_body_temp_path %s/body;
                  proxy_temp_path %s/proxy;
                  fastcgi_temp_path %s/fastcgi;
                  uwsgi_temp_path %s/uwsgi;
                  scgi_temp_path %s/scgi;
                  nchan_shared_memory_size 256M;
                  server {
                    listen 127.0.0.1:%d backlog=4096;
                    location ~ /sub/(\\w+)$ {
                      nchan_subscriber eventsource websocket;
                      nchan_channel_id $1;
                      nchan_subscriber_first_message newest;
                    }
                    location ~ /pub/(\\w+)$ {
                      nchan_publisher http;
                      nchan_channel_id $1;
                      nchan_message_timeout 60s;
                      nchan_message_buffer_length 1000;
                    }
                  }
                }
                """.formatted(
                        MODULE,
                        CONNECTIONS,
                        directory,
                        directory,
                        CONNECTIONS,
                        directory,
                        directory,
                        directory,
                        directory,
                        directory,
                        port);
    }

    @Override
    public String name() {
        return "nginx with Nchan";
    }

    /** All units of a run go through one channel, which its first unit names. */
    private static String channel(int firstUnit) {
        return "c" + firstUnit;
    }

    @Override
    public Target target(Protocol protocol, int firstUnit, int units) {
        return Target.of(URI.create("%s://127.0.0.1:%d/sub/%s"
                .formatted(protocol == Protocol.SSE ? "http" : "ws", port, channel(firstUnit))));
    }

    @Override
    public Publication publication() {
        return new FramePublication(new LineConnection(port), this::post, "");
    }

    /** Posts to one channel a unit. */
    private byte[] post(int unit, int length) {
        return "POST /pub/%s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                .formatted(channel(unit), port, length)
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.close();
    }
}
