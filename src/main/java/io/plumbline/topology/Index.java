package io.plumbline.topology;

import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import io.plumbline.model.VlanId;
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
    /// What is noted as read is told by marks: first those of facts about the whole design, of kinds and of VLANs, then
    /// one for each element, which it keeps when others come and go.
    private static final int FIRST_KIND = 16;
    private static final int FIRST_VLAN = FIRST_KIND + 64;
    private static final int FIRST_ELEMENT = FIRST_VLAN + 4096;

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
    /// The marks of the elements; nothing where nobody wants to know what is read.
    private final int[] marks;
    private final int firstFreeMark;

    Index(Design design, boolean noting) {
        this(design, noting, Optional.empty());
    }

    /// An index in which elements keep the marks they have in another one.
    Index(Design design, Index before) {
        this(design, true, Optional.of(before));
    }

    private Index(Design design, boolean noting, Optional<Index> before) {
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
        marks = noting ? new int[elements.length] : new int[0];
        int next = before.map(index -> index.firstFreeMark).orElse(FIRST_ELEMENT);
        for (int i = 0; i < marks.length; i++) {
            int old = before.isPresent() ? before.get().find(texts[i]) : -1;
            marks[i] = old >= 0 ? before.get().marks[old] : next++;
        }
        firstFreeMark = next;
        reads = noting ? new Reads(next) : Reads.none();
    }

    /// The mark of an element, which must exist.
    int mark(Id id) {
        return marks[find(id)];
    }

    /// The mark of what there is of a kind: it changes when an element of the kind comes or goes.
    static int mark(Kind kind) {
        return FIRST_KIND + kind.ordinal();
    }

    static int mark(VlanId vlan) {
        return FIRST_VLAN + vlan.value();
    }

    /// Puts an element in the place of the one with its id.
    void replace(Element changed) {
        elements[find(changed.id())] = changed;
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
            read(number);
        }
    }

    /// Notes that somebody looked at an element, or at what belongs to it.
    void read(int number) {
        if (reads.areNoted()) {
            reads.mark(marks[number]);
        }
    }

    /// Notes that somebody looked at which elements there are of a kind.
    void read(Class<? extends Element> type) {
        if (reads.areNoted()) {
            for (Kind kind : Kind.values()) {
                if (type.isAssignableFrom(kind.type())) {
                    reads.mark(mark(kind));
                }
            }
        }
    }

    Element element(int number) {
        read(number);
        return elements[number];
    }

    /// The element, if it is of this class. What it is can never change, so asking is not reading.
    <E extends Element> Optional<E> find(int number, Class<E> type) {
        if (number < 0) {
            read(type);
        }
        return number >= 0 && type.isInstance(elements[number]) ? Optional.of(type.cast(element(number)))
                : Optional.empty();
    }

    <E extends Element> boolean is(int number, Class<E> type) {
        if (number < 0) {
            read(type);
        }
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
        read(type);
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
