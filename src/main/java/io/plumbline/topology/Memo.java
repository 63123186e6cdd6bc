package io.plumbline.topology;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Values that are worked out when they are first asked for, each with what was read for it. Two threads may work one out
/// at once; both get an equal value.
final class Memo<K, V> {
    private final Map<K, Known<V>> values = new ConcurrentHashMap<>();
    private final Reads reads;

    private record Known<V>(V value, int[] reads) {}

    Memo(Reads reads) {
        this.reads = reads;
    }

    V get(K key, Function<? super K, ? extends V> source) {
        Known<V> known = values.get(key);
        if (known == null) {
            reads.open();
            V value;
            int[] read;
            try {
                value = source.apply(key);
            } finally {
                read = reads.close();
            }
            known = new Known<>(value, read);
            values.put(key, known);
        }
        reads.mark(known.reads);
        return known.value;
    }
}
