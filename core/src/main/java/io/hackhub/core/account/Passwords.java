package io.hackhub.core.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Hashes passwords with Argon2id, on a few threads of their own: a rush of sign-ins costs those who sign in a wait,
/// and nobody else their processor. When the queue is full the result fails with [RejectedExecutionException].
public final class Passwords implements AutoCloseable {

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int ITERATIONS = 2;
    private static final int SALT = 16;
    private static final int LENGTH = 32;
    private static final Argon2Function ARGON2 =
            Argon2Function.getInstance(MEMORY_KIB, ITERATIONS, 1, LENGTH, Argon2.ID);
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final ExecutorService threads;
    private final String dummy;

    /// `queue` is how many may wait: with 50 ms each, 64 a thread are three seconds.
    public Passwords(int threads, int queue) {
        var pool = new ThreadPoolExecutor(
                threads,
                threads,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(queue),
                Thread.ofPlatform().name("passwords-", 0).daemon().factory());
        pool.allowCoreThreadTimeOut(true);
        this.threads = pool;
        this.dummy = hashNow("nobody has this password");
    }

    public CompletableFuture<String> hash(String password) {
        return submitted(() -> hashNow(password));
    }

    /// Whether `password` is the one of `hash`. Without a hash it takes just as long to say no.
    public CompletableFuture<Boolean> matches(String password, Optional<String> hash) {
        return submitted(() -> matchesNow(password, hash.orElse(dummy)) && hash.isPresent());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private <T> CompletableFuture<T> submitted(java.util.function.Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, threads);
        } catch (RejectedExecutionException full) {
            return CompletableFuture.failedFuture(full);
        }
    }

    private static String hashNow(String password) {
        return Password.hash(normal(password)).addRandomSalt(SALT).with(ARGON2).getResult();
    }

    private static boolean matchesNow(String password, String hash) {
        return Password.check(normal(password), hash).with(Argon2Function.getInstanceFromHash(hash));
    }

    /// The same characters, however a keyboard composed them.
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
