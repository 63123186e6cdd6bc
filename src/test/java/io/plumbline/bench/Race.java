package io.plumbline.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;

/// Two programs that did the same work in turn, in the same minute: ours, and the cheapest there is.
///
/// @param subject nanoseconds of each round, sorted
/// @param floor   of each round of the other, sorted
record Race(String figure, long[] subject, String floorName, long[] floor) {
    private static final long WARM_UP_NANOS = 2_000_000_000L;
    private static final long COUNTED_NANOS = 3_000_000_000L;
    private static final int FEWEST = 11;
    private static final int MOST = 500;

    /// Every result ends up here, so that no work can be left out as useless.
    private static int sink;

    static Race run(String figure, Callable<?> subject, String floorName, Callable<?> floor) throws Exception {
        return run(figure, _ -> subject, floorName, _ -> floor);
    }

    /// With another program in each round, because the same edit twice would be no edit.
    static Race run(String figure, IntFunction<Callable<?>> subject, String floorName, IntFunction<Callable<?>> floor)
            throws Exception {
        int rounds = 0;
        for (long start = System.nanoTime(); rounds < FEWEST || System.nanoTime() - start < WARM_UP_NANOS; rounds++) {
            time(subject.apply(rounds));
            time(floor.apply(rounds));
        }
        var subjectNanos = new long[MOST];
        var floorNanos = new long[MOST];
        int counted = 0;
        long start = System.nanoTime();
        while (counted < FEWEST || counted < MOST && System.nanoTime() - start < COUNTED_NANOS) {
            subjectNanos[counted] = time(subject.apply(rounds + counted));
            floorNanos[counted] = time(floor.apply(rounds + counted));
            counted++;
        }
        return of(figure, Arrays.copyOf(subjectNanos, counted), floorName, Arrays.copyOf(floorNanos, counted));
    }

    static Race of(String figure, long[] subject, String floorName, long[] floor) {
        Arrays.sort(subject);
        Arrays.sort(floor);
        return new Race(figure, subject, floorName, floor);
    }

    static int sink() {
        return sink;
    }

    double ratio() {
        return (double) median(subject) / median(floor);
    }

    static String heading() {
        return "| %-44s | %11s | %11s | %-44s | %11s | %7s |%n|%s|%s:|%s:|%s|%s:|%s:|".formatted("figure", "median",
                "p95", "floor", "its median", "ratio", "-".repeat(46), "-".repeat(12), "-".repeat(12), "-".repeat(46),
                "-".repeat(12), "-".repeat(8));
    }

    String line() {
        return line(figure, millis(median(subject)),
                millis(subject[(int) Math.min(subject.length - 1, Math.ceil(subject.length * 0.95))]), floorName,
                millis(median(floor)), ratio());
    }

    static String line(String figure, String subject, String worst, String floorName, String floor, double ratio) {
        return "| %-44s | %11s | %11s | %-44s | %11s | %7s |".formatted(figure, subject, worst, floorName, floor,
                significant(ratio));
    }

    private static long time(Callable<?> program) throws Exception {
        long start = System.nanoTime();
        var result = program.call();
        long end = System.nanoTime();
        sink += System.identityHashCode(result);
        return end - start;
    }

    private static long median(long[] sorted) {
        return sorted[sorted.length / 2];
    }

    private static String millis(long nanos) {
        return significant(nanos / 1e6) + " ms";
    }

    /// Two or three digits that mean something.
    private static String significant(double value) {
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : value >= 0.01 ? 3 : 5;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
