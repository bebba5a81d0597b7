package io.hackhub.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Each node in a network namespace of its own, joined by veth pairs to the harness's, which forwards between them and
/// drops what a cut forbids. The harness must run in a namespace of its own too (`unshare --net`): nothing of the
/// machine's network is touched, and all of it goes with the processes.
final class Namespaces implements Network {

    /// Keeps a namespace alive between a node's end and its next start.
    private final List<Process> holders = new ArrayList<>();
    private final List<List<String>> rules = new ArrayList<>();

    Namespaces(int nodes) {
        run("ip", "link", "set", "lo", "up");
        run("sh", "-c", "echo 1 > /proc/sys/net/ipv4/ip_forward");
        for (int node = 0; node < nodes; node++) {
            open(node);
        }
    }

    private void open(int node) {
        try {
            var holder = new ProcessBuilder("unshare", "--net", "sleep", "infinity")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            holders.add(holder);
            var pid = Long.toString(holder.pid());
            awaitNamespace(pid);
            run("ip", "link", "add", "node" + node, "type", "veth", "peer", "name", "eth0", "netns", pid);
            run("ip", "addr", "add", gateway(node) + "/30", "dev", "node" + node);
            run("ip", "link", "set", "node" + node, "up");
            inside(node, "ip", "addr", "add", host(node) + "/30", "dev", "eth0");
            inside(node, "ip", "link", "set", "eth0", "up");
            inside(node, "ip", "link", "set", "lo", "up");
            inside(node, "ip", "route", "add", "default", "via", gateway(node));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Until the process has left our namespace.
    private static void awaitNamespace(String pid) {
        var different = "until [ \"$(readlink /proc/%s/ns/net)\" != \"$(readlink /proc/self/ns/net)\" ]; do :; done"
                .formatted(pid);
        run("timeout", "5", "sh", "-c", different);
    }

    private static String gateway(int node) {
        return "10.77.%d.1".formatted(node + 1);
    }

    @Override
    public String host(int node) {
        return "10.77.%d.2".formatted(node + 1);
    }

    @Override
    public String database() {
        return gateway(0);
    }

    @Override
    public List<String> before(int node) {
        return List.of(
                "nsenter", "--net", "--target", Long.toString(holders.get(node).pid()), "--");
    }

    @Override
    public boolean canCut() {
        return true;
    }

    @Override
    public void cut(int from, int to) {
        var rule = List.of("from", host(from), "to", host(to), "blackhole");
        rule("add", rule);
        rules.add(rule);
    }

    @Override
    public void heal() {
        rules.forEach(rule -> rule("del", rule));
        rules.clear();
    }

    private static void rule(String act, List<String> rule) {
        var command = new ArrayList<>(List.of("ip", "rule", act));
        command.addAll(rule);
        run(command.toArray(String[]::new));
    }

    private void inside(int node, String... command) {
        var all = new ArrayList<>(before(node));
        all.addAll(List.of(command));
        run(all.toArray(String[]::new));
    }

    private static void run(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("%s: %s".formatted(String.join(" ", command), said));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        holders.forEach(Process::destroyForcibly);
    }
}
