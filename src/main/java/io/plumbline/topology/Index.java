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
import java.util.Optional;
import java.util.RandomAccess;

/// The elements of a design, numbered in the order of kind and id.
///
/// Relations are kept as arrays of these numbers: at thousands of hosts that takes a fraction of the time and memory of
/// maps of records.
final class Index {
    /// Numbers behind those of the elements: facts about the whole design, and one for each VLAN.
    private static final int FACTS = 16 + 4096;
    static final int FIRST_VLAN = 16;

    private final Element[] elements;
    private final Map<Kind, Integer> firstByKind;
    private final Map<Kind, Integer> countByKind;
    /// Open addressing: the number of an element plus one stands at the hash of its id, or further on.
    private final int[] slots;
    /// The texts of the ids and their hashes, by number: looking an id up is the most frequent question of all, so it
    /// touches nothing else.
    private final String[] texts;
    private final int[] hashes;
    private final Reads reads;

    Index(Design design, boolean noting) {
        reads = noting ? new Reads(design.size() + FACTS) : Reads.none();
        elements = new Element[design.size()];
        slots = new int[Integer.highestOneBit(Math.max(8, elements.length)) << 2];
        texts = new String[elements.length];
        hashes = new int[elements.length];
        firstByKind = new EnumMap<>(Kind.class);
        countByKind = new EnumMap<>(Kind.class);
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

    /// Puts an element in the place of the one with its id.
    void replace(Element changed) {
        elements[find(changed.id())] = changed;
    }

    int size() {
        return elements.length;
    }

    Reads reads() {
        return reads;
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

    /// Notes that an element is read by somebody who holds it already.
    void read(Id id) {
        int number = reads.areNoted() ? find(id) : -1;
        if (number >= 0) {
            reads.mark(number);
        }
    }

    Element element(int number) {
        reads.mark(number);
        return elements[number];
    }

    /// The element, if it is of this class. What it is can never change, so asking is not reading.
    <E extends Element> Optional<E> find(int number, Class<E> type) {
        return number >= 0 && type.isInstance(elements[number]) ? Optional.of(type.cast(element(number)))
                : Optional.empty();
    }

    <E extends Element> boolean is(int number, Class<E> type) {
        return number >= 0 && type.isInstance(elements[number]);
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
            return type.cast(element(first + Objects.checkIndex(at, count)));
        }

        @Override
        public int size() {
            return count;
        }
    }
}
