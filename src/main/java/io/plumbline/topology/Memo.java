package io.plumbline.topology;

import io.plumbline.model.Id;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Values about elements that are worked out when they are first asked for, each with what was read for it, and worked out again when
/// some of that has changed. Two threads may work one out at once; both get an equal value.
///
/// A value holds what it read and never a list that looks into the topology when it is asked: it would read without being
/// noted.
final class Memo<K, V> {
    private final Map<K, Known<V>> values = new ConcurrentHashMap<>();
    private final Index index;
    private final Reads reads;

    private static final class Known<V> {
        private final V value;
        private final int[] reads;
        private int seen;

        Known(V value, int[] reads, int seen) {
            this.value = value;
            this.reads = reads;
            this.seen = seen;
        }

        /// Whether it still holds. Asked once for each edit.
        boolean holds(Reads now) {
            if (seen != now.edits()) {
                if (now.changedSince(seen, reads)) {
                    return false;
                }
                seen = now.edits();
            }
            return true;
        }
    }

    Memo(Index index) {
        this.index = index;
        reads = index.reads();
    }

    /// @param key    an element, whose values the source may use, or something that is no element
    V get(K key, Function<? super K, ? extends V> source) {
        Known<V> known = values.get(key);
        if (known == null || !known.holds(reads)) {
            reads.open();
            if (key instanceof Id element) {
                index.read(element);
            }
            V value;
            int[] read;
            try {
                value = source.apply(key);
            } finally {
                read = reads.close();
            }
            known = new Known<>(value, read, reads.edits());
            values.put(key, known);
        }
        reads.mark(known.reads);
        return known.value;
    }
}
