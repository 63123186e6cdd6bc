package io.plumbline.model;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/// A persistent map that is filled in one go and then changed here and there: a plain hash map that never changes again,
/// and above it what is different since. Filling it costs half as much as a persistent tree, and so does a look into it.
public final class LayeredMap<K, V> extends AbstractMap<K, V> {
    /// When more than this part of the map is different, the two layers become one.
    private static final int PART = 8;
    private static final int FEW = 64;

    private final Map<K, V> base;
    private final PMap<K, Optional<V>> changes;
    private final int size;

    private LayeredMap(Map<K, V> base, PMap<K, Optional<V>> changes, int size) {
        this.base = base;
        this.changes = changes;
        this.size = size;
    }

    static <K, V> LayeredMap<K, V> empty() {
        return new LayeredMap<>(Map.of(), HashTreePMap.empty(), 0);
    }

    static <K, V> LayeredMap<K, V> of(Map<K, V> map) {
        return new LayeredMap<>(new HashMap<>(map), HashTreePMap.empty(), map.size());
    }

    @Override
    public V get(Object key) {
        if (changes.isEmpty()) {
            return base.get(key);
        }
        Optional<V> changed = changes.get(key);
        return changed == null ? base.get(key) : changed.orElse(null);
    }

    @Override
    public boolean containsKey(Object key) {
        return get(key) != null;
    }

    @Override
    public int size() {
        return size;
    }

    LayeredMap<K, V> plus(K key, V value) {
        return layered(changes.plus(key, Optional.of(value)), containsKey(key) ? size : size + 1);
    }

    LayeredMap<K, V> plusAll(Map<K, V> map) {
        if (map.size() > mostChanges()) {
            var all = new HashMap<>(this);
            all.putAll(map);
            return of(all);
        }
        LayeredMap<K, V> changed = this;
        for (Map.Entry<K, V> entry : map.entrySet()) {
            changed = changed.plus(entry.getKey(), entry.getValue());
        }
        return changed;
    }

    LayeredMap<K, V> minusAll(Collection<K> keys) {
        PMap<K, Optional<V>> changed = changes;
        int left = size;
        for (K key : keys) {
            if (containsKey(key)) {
                changed = changed.plus(key, Optional.empty());
                left--;
            }
        }
        return layered(changed, left);
    }

    private LayeredMap<K, V> layered(PMap<K, Optional<V>> now, int count) {
        var changed = new LayeredMap<>(base, now, count);
        return now.size() > mostChanges() ? of(changed) : changed;
    }

    private int mostChanges() {
        return FEW + base.size() / PART;
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<K, V>> iterator() {
                return entries().iterator();
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    private Stream<Map.Entry<K, V>> entries() {
        if (changes.isEmpty()) {
            return base.entrySet().stream().map(Map.Entry::copyOf);
        }
        return Stream.concat(base.entrySet().stream().filter(entry -> !changes.containsKey(entry.getKey()))
                .map(Map.Entry::copyOf),
                changes.entrySet().stream().filter(entry -> entry.getValue().isPresent())
                        .map(entry -> Map.entry(entry.getKey(), entry.getValue().orElseThrow())));
    }
}
