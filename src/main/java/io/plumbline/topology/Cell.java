package io.plumbline.topology;

import java.util.BitSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/// A fact about the whole design that is worked out when it is first asked for, such as which switches are joined.
///
/// Whoever asks for it has read this one fact, not everything it was made from: an edit that leaves it as it was needs no
/// second look at those who asked.
final class Cell<T> {
    private final int number;
    private final Reads reads;
    private final Supplier<T> source;
    private final BiPredicate<T, T> same;
    private final AtomicReference<Known<T>> known = new AtomicReference<>();

    private record Known<T>(T value, BitSet reads) {}

    /// @param number stands for the fact among the numbers of elements
    /// @param same   whether two values say the same
    Cell(int number, Reads reads, Supplier<T> source, BiPredicate<T, T> same) {
        this.number = number;
        this.reads = reads;
        this.source = source;
        this.same = same;
    }

    T get() {
        Known<T> found = known.get();
        if (found == null) {
            found = workOut();
            known.set(found);
        }
        reads.mark(number);
        return found.value;
    }

    private Known<T> workOut() {
        reads.open();
        T value;
        BitSet read = new BitSet();
        try {
            value = source.get();
        } finally {
            for (int each : reads.close()) {
                read.set(each);
            }
        }
        return new Known<>(value, read);
    }

    /// Works the fact out again if something it rests on changed, and adds it to the changes if it is not the same any
    /// more.
    void follow(Changes changes) {
        Known<T> old = known.get();
        if (old == null || !changes.touch(old.reads)) {
            return;
        }
        Known<T> now = workOut();
        known.set(now);
        if (!same.test(old.value, now.value)) {
            changes.add(number);
        }
    }

    /// Adds the fact to the changes if somebody read it in another topology and it is not the same here.
    void compare(Cell<T> before, Changes changes) {
        Known<T> old = before.known.get();
        if (old != null) {
            known.set(workOut());
            if (!same.test(old.value, known.get().value)) {
                changes.add(number);
            }
        }
    }

    /// Forgets the fact, which is not the same any more.
    void drop(Changes changes) {
        if (known.getAndSet(null) != null) {
            changes.add(number);
        }
    }
}
