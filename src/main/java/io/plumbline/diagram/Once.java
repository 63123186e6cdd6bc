package io.plumbline.diagram;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// A value that is worked out when it is first asked for, once, whoever asks.
final class Once<T> {
    private final Supplier<T> source;
    private final AtomicReference<T> value = new AtomicReference<>();

    Once(Supplier<T> source) {
        this.source = source;
    }

    T get() {
        T known = value.get();
        return known == null ? workedOut() : known;
    }

    private synchronized T workedOut() {
        T known = value.get();
        if (known == null) {
            known = source.get();
            value.set(known);
        }
        return known;
    }
}
