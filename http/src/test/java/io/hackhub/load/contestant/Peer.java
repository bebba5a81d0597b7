package io.hackhub.load.contestant;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.hackhub.load.wire.Dialect;
import io.hackhub.load.wire.Lines.Guest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// A peer: a program of `http/src/test/peers` in Node. It knows no accounts: whoever has a token of its secret is in.
public final class Peer implements Contestant {

    private static final String SECRET = "a secret for the peers of a benchmark only";
    private static final int END_S = 10;

    private final String name;
    private final Supplier<Dialect> dialect;
    private final Process process;
    private final InetSocketAddress address;

    private Peer(String name, Supplier<Dialect> dialect, Process process, InetSocketAddress address) {
        this.name = name;
        this.dialect = dialect;
        this.process = process;
        this.address = address;
        Children.onEnd(this::close);
    }

    /// Returns when it listens.
    ///
    /// @param folder where `npm ci` was run
    public static Peer start(
            String name, Path folder, String script, Supplier<Dialect> dialect, BenchDatabase.Address database) {
        try {
            int port = freePort();
            var builder = new ProcessBuilder("node", "--expose-gc", script)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().put("NODE_ENV", "production");
            builder.environment().put("PORT", Integer.toString(port));
            builder.environment().put("DATABASE_URL", database.url());
            builder.environment().put("JWT_SECRET", SECRET);
            var peer = new Peer(
                    name, dialect, builder.start(), new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            peer.awaitReady();
            return peer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException {
        var line = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (!"ready".equals(line)) {
            throw new IllegalStateException("%s: '%s' (expected: ready)".formatted(name, line));
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public Dialect dialect() {
        return dialect.get();
    }

    @Override
    public Venue announcements(int people) {
        return venue("hackathon:" + UUID.randomUUID(), people);
    }

    @Override
    public List<Venue> rooms(int count, int size) {
        return IntStream.range(0, count)
                .mapToObj(_ -> venue("team:" + UUID.randomUUID(), size))
                .toList();
    }

    @Override
    public Venue chat(int people) {
        return venue("hackathon-chat:" + UUID.randomUUID(), people);
    }

    @Override
    public Show show(int teams, int judges) {
        var ids = IntStream.range(0, teams)
                .mapToObj(_ -> UUID.randomUUID().toString())
                .toList();
        return new Show("leaderboard:" + UUID.randomUUID(), tokens(judges), ids);
    }

    @Override
    public List<String> viewers(int people) {
        return tokens(people);
    }

    @Override
    public List<Guest> idlers(int people) {
        var channels = List.of("hackathon:a", "hackathon:b", "hackathon:c");
        return tokens(people).stream().map(token -> new Guest(token, channels)).toList();
    }

    private static Venue venue(String channel, int people) {
        return new Venue(channel, token(0), tokens(people));
    }

    private static List<String> tokens(int people) {
        return IntStream.rangeClosed(1, people).mapToObj(Peer::token).toList();
    }

    private static String token(int number) {
        var claims = new JWTClaimsSet.Builder()
                .claim("userId", UUID.randomUUID().toString())
                .claim("username", "load-" + number)
                .claim("fullName", "The Load " + number)
                .expirationTime(Date.from(Instant.now().plusSeconds(86_400)))
                .build();
        try {
            var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            token.sign(new MACSigner(SECRET));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// `--expose-gc`, and a signal for it in `store.js`.
    @Override
    public void collectGarbage() {
        Commands.run("kill", "-USR2", Long.toString(pid()));
    }

    @Override
    public OptionalLong heapKiB() {
        return OptionalLong.empty();
    }

    @Override
    public double gauge(String metric) {
        return 0;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
