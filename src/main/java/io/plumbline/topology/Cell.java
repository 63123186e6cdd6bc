package io.plumbline.topology;

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
    private final AtomicReference<Known<T>> known = new AtomicReference<>();

    private record Known<T>(T value, int[] reads) {}

    /// @param number stands for the fact among the numbers of elements
    Cell(int number, Reads reads, Supplier<T> source) {
        this.number = number;
        this.reads = reads;
        this.source = source;
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
        int[] read;
        try {
            value = source.get();
        } finally {
            read = reads.close();
        }
        return new Known<>(value, read);
    }

    /// Takes over the same fact from before some elements changed that say nothing about it.
    void keep(Cell<T> before) {
        known.set(before.known.get());
    }

    /// Forgets the fact: whoever has read it reads something else now.
    void drop(Cell<T> before, Changes changes) {
        if (before.known.get() != null) {
            changes.add(number);
        }
    }

    /// Takes over what is left of the same fact before some elements changed, and adds it to the changes when it is not
    /// the same any more.
    void follow(Cell<T> before, Changes changes, BiPredicate<T, T> same) {
        Known<T> old = before.known.get();
        if (old == null) {
            return;
        }
        if (!changes.touch(old.reads)) {
            known.set(old);
            return;
        }
        Known<T> now = workOut();
        known.set(now);
        if (!same.test(old.value, now.value)) {
            changes.add(number);
        }
    }
}
