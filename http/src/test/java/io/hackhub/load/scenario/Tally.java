package io.hackhub.load.scenario;

/// Which numbers there were, however many: two tallies are equal if the same numbers went into both, each as often, in
/// any order.
final class Tally {

    private long count;
    private long sum;

    void add(long number) {
        count++;
        sum += mixed(number);
    }

    long count() {
        return count;
    }

    boolean matches(Tally other) {
        return count == other.count && sum == other.sum;
    }

    /// Spreads numbers out, so that a lost one and a doubled one do not make up for each other.
    private static long mixed(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
