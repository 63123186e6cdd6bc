package io.plumbline.topology;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// A value that is worked out when it is first asked for. Two threads may work it out at once; both get an equal value.
final class Lazy<T> implements Supplier<T> {
    private final AtomicReference<T> value = new AtomicReference<>();
    private final Supplier<T> source;

    Lazy(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        T known = value.get();
        if (known == null) {
            known = source.get();
            value.set(known);
        }
        return known;
    }
}
