package io.hackhub.cluster;

import java.util.List;

/// Why the program cannot start, in lines that an operator can act on, and the exit code to end with.
/// Nobody needs its stack trace.
public final class CannotStart extends RuntimeException {

    /// A setting, a port, the data folder: what the operator chose does not work (EX_CONFIG).
    public static final int CONFIGURATION = 78;

    /// A server that we need does not answer (EX_UNAVAILABLE).
    public static final int UNAVAILABLE = 69;

    /// The machine failed us: no space, no permission, a program that will not run (EX_IOERR).
    public static final int MACHINE = 74;

    private final int exitCode;
    private final List<String> lines;

    private CannotStart(int exitCode, List<String> lines) {
        super(String.join("\n", lines));
        this.exitCode = exitCode;
        this.lines = List.copyOf(lines);
    }

    public static CannotStart configuration(List<String> lines) {
        return new CannotStart(CONFIGURATION, lines);
    }

    /// `HACKHUB_HTTP_PORT: 'abc' (expected: a port, 0..65535)`
    public static CannotStart configuration(String variable, String value, String expected) {
        return configuration(List.of(line(variable, value, expected)));
    }

    public static CannotStart unavailable(String line) {
        return new CannotStart(UNAVAILABLE, List.of(line));
    }

    public static CannotStart machine(String line) {
        return new CannotStart(MACHINE, List.of(line));
    }

    static String line(String variable, String value, String expected) {
        return "%s: '%s' (expected: %s)".formatted(variable, value, expected);
    }

    public int exitCode() {
        return exitCode;
    }

    public List<String> lines() {
        return lines;
    }
}
