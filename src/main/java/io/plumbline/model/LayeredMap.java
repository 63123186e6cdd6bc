package io.plumbline.model;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/// A persistent map that is filled in one go and then changed here and there: a plain hash map that never changes again,
/// and above it what is different since. Filling it costs half as much as a persistent tree, and so does a look into it.
///
/// @param base    what was filled in
/// @param changes what is different since; empty where nothing is left
public record LayeredMap<K, V>(Map<K, V> base, PMap<K, Optional<V>> changes, int size) {
    /// When more than this part of the map is different, the two layers become one.
    private static final int PART = 8;
    private static final int FEW = 64;

    static <K, V> LayeredMap<K, V> empty() {
        return over(Map.of());
    }

    static <K, V> LayeredMap<K, V> of(Map<K, V> map) {
        return over(new HashMap<>(map));
    }

    /// As [#of(Map)], of a map that nobody changes any more.
    static <K, V> LayeredMap<K, V> over(Map<K, V> map) {
        return new LayeredMap<>(Collections.unmodifiableMap(map), HashTreePMap.empty(), map.size());
    }

    /// The value, or null when there is none.
    public V get(K key) {
        if (changes.isEmpty()) {
            return base.get(key);
        }
        Optional<V> changed = changes.get(key);
        return changed == null ? base.get(key) : changed.orElse(null);
    }

    public boolean containsKey(K key) {
        return get(key) != null;
    }

    public Collection<V> values() {
        return toMap().values();
    }

    LayeredMap<K, V> plus(K key, V value) {
        return layered(changes.plus(key, Optional.of(value)), containsKey(key) ? size : size + 1);
    }

    LayeredMap<K, V> plusAll(Map<K, V> map) {
        if (map.size() > mostChanges()) {
            var all = new HashMap<>(toMap());
            all.putAll(map);
            return over(all);
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
        return now.size() > mostChanges() ? over(changed.toMap()) : changed;
    }

    private int mostChanges() {
        return FEW + base.size() / PART;
    }

    private Map<K, V> toMap() {
        if (changes.isEmpty()) {
            return base;
        }
        var all = new HashMap<>(base);
        changes.forEach((key, value) -> value.ifPresentOrElse(now -> all.put(key, now), () -> all.remove(key)));
        return all;
    }

    /// Whether the same is in both, in whichever layer.
    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof LayeredMap<?, ?> map && size == map.size && toMap().equals(map.toMap());
    }

    @Override
    public int hashCode() {
        return toMap().hashCode();
    }

    @Override
    public String toString() {
        return toMap().toString();
    }
}
