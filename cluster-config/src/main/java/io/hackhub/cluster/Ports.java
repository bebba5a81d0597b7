package io.hackhub.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/// Makes sure that every port we want is free, before anything of ours is started that would have to be stopped again.
public final class Ports {

    private record Wanted(String variable, String host, int port) {}

    private Ports() {}

    /// Tries each port and lets go of it again.
    ///
    /// @throws CannotStart naming each port that somebody else holds, or that two of ours want
    public static void check(Settings settings) {
        var http = settings.http();
        var taken = new ArrayList<String>();
        var held = new ArrayList<ServerSocket>();
        try {
            for (var wanted : List.of(
                    new Wanted("HACKHUB_HTTP_PORT", http.host(), http.port()),
                    new Wanted("HACKHUB_LIVE_PORT", http.host(), http.livePort()),
                    new Wanted(
                            "HACKHUB_MANAGEMENT_PORT",
                            settings.management().host(),
                            settings.management().port()),
                    new Wanted(
                            "HACKHUB_CLUSTER_PORT",
                            settings.cluster().host(),
                            settings.cluster().port()))) {
                try {
                    held.add(hold(wanted.host(), wanted.port()));
                } catch (IOException refused) {
                    taken.add(CannotStart.line(
                            wanted.variable(),
                            Integer.toString(wanted.port()),
                            "a port that is free on %s; %s".formatted(wanted.host(), refused.getMessage())));
                }
            }
        } finally {
            held.forEach(Ports::close);
        }
        if (!taken.isEmpty()) {
            throw CannotStart.configuration(taken);
        }
    }

    /// A port that is free on loopback at this moment.
    public static int free() {
        try (var socket = hold("127.0.0.1", 0)) {
            return socket.getLocalPort();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static ServerSocket hold(String host, int port) throws IOException {
        var socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(host, port));
            return socket;
        } catch (IOException refused) {
            socket.close();
            throw refused;
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
