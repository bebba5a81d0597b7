package io.hackhub.faults;

import java.util.List;

/// Each node on a loopback address of its own: needs no rights, and cannot be cut.
final class Loopback implements Network {

    @Override
    public String host(int node) {
        return "127.0.0." + (11 + node);
    }

    @Override
    public String database() {
        return "127.0.0.1";
    }

    @Override
    public List<String> before(int node) {
        return List.of();
    }

    @Override
    public boolean canCut() {
        return false;
    }

    @Override
    public void cut(int from, int to) {
        throw new UnsupportedOperationException("loopback: cannot be cut");
    }

    @Override
    public void heal() {}

    @Override
    public void close() {}
}
