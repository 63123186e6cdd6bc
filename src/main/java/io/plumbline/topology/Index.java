package io.plumbline.topology;

import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import java.util.AbstractList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;

/// The elements of a design, numbered in the order of kind and id.
///
/// Relations are kept as arrays of these numbers: at thousands of hosts that takes a fraction of the time and memory of
/// maps of records.
final class Index {
    private final Element[] elements;
    private final Map<Kind, Integer> firstByKind = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> countByKind = new EnumMap<>(Kind.class);
    /// Open addressing: the number of an element plus one stands at the hash of its id, or further on.
    private final int[] slots;
    /// The texts of the ids and their hashes, by number: looking an id up is the most frequent question of all, so it
    /// touches nothing else.
    private final String[] texts;
    private final int[] hashes;

    Index(Design design) {
        elements = new Element[design.size()];
        slots = new int[Integer.highestOneBit(Math.max(8, elements.length)) << 2];
        texts = new String[elements.length];
        hashes = new int[elements.length];
        int at = 0;
        for (Kind kind : Kind.values()) {
            firstByKind.put(kind, at);
            for (Element element : design.all(kind)) {
                texts[at] = element.id().text();
                hashes[at] = texts[at].hashCode();
                elements[at++] = element;
                int slot = slot(hashes[at - 1]);
                while (slots[slot] != 0) {
                    slot = slot + 1 & slots.length - 1;
                }
                slots[slot] = at;
            }
            countByKind.put(kind, at - firstByKind.get(kind));
        }
    }

    int size() {
        return elements.length;
    }

    /// The number of an element, or -1 when there is none.
    int find(Id id) {
        return find(id.text());
    }

    /// The number of the element whose id is this text, or -1 when there is none.
    int find(String text) {
        int hash = text.hashCode();
        for (int slot = slot(hash); slots[slot] != 0; slot = slot + 1 & slots.length - 1) {
            int number = slots[slot] - 1;
            if (hashes[number] == hash && texts[number].equals(text)) {
                return number;
            }
        }
        return -1;
    }

    Element element(int number) {
        return elements[number];
    }

    int first(Kind kind) {
        return firstByKind.get(kind);
    }

    int count(Kind kind) {
        return countByKind.get(kind);
    }

    /// All elements of one record class.
    <E extends Element> List<E> all(Class<E> type) {
        for (Kind kind : Kind.values()) {
            if (kind.type() == type) {
                return new Numbered<>(type, first(kind), count(kind));
            }
        }
        throw new IllegalArgumentException(type + " is no kind of element.");
    }

    private int slot(int hash) {
        return hash * 0x9E3779B9 >>> Integer.numberOfLeadingZeros(slots.length - 1);
    }

    private final class Numbered<E extends Element> extends AbstractList<E> implements RandomAccess {
        private final Class<E> type;
        private final int first;
        private final int count;

        Numbered(Class<E> type, int first, int count) {
            this.type = type;
            this.first = first;
            this.count = count;
        }

        @Override
        public E get(int at) {
            return type.cast(elements[first + Objects.checkIndex(at, count)]);
        }

        @Override
        public int size() {
            return count;
        }
    }
}
