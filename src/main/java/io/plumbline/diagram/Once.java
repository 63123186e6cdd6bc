package io.plumbline.diagram;

import java.util.function.Supplier;

/// A value that is worked out when it is first asked for, once, whoever asks.
final class Once<T> {
    private Supplier<T> source;
    private T value;

    Once(Supplier<T> source) {
        this.source = source;
    }

    synchronized T get() {
        if (source != null) {
            value = source.get();
            source = null;
        }
        return value;
    }
}
