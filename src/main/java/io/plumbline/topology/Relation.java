package io.plumbline.topology;

import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.BiConsumer;

/// Which elements belong to which: the NICs of a host, the cables at a port. One array of numbers, cut where the next
/// owner begins.
final class Relation {
    private final Index index;
    private final BiConsumer<Owners, Element> ownersOf;
    private final List<Kind> kinds;
    private final int firstOwner;
    private final int[] starts;
    private final int[] members;

    /// @param ownersOf names the owners of an element
    /// @param kinds    the kinds of element that have owners
    static Relation of(Index index, BiConsumer<Owners, Element> ownersOf, Kind... kinds) {
        Pairs pairs = new Pairs(index);
        for (Kind kind : kinds) {
            int end = index.first(kind) + index.count(kind);
            for (int i = index.first(kind); i < end; i++) {
                pairs.member = i;
                ownersOf.accept(pairs, index.element(i));
            }
        }
        return new Relation(index, pairs, ownersOf, List.of(kinds));
    }

    /// The owners of an element, if the relation speaks of its kind.
    List<Id> owners(Element element) {
        List<Id> owners = new ArrayList<>();
        if (kinds.contains(element.kind())) {
            ownersOf.accept(owners::add, element);
        }
        return owners;
    }

    /// Takes the owners of the element at hand.
    interface Owners {
        /// The element at hand belongs to this owner.
        void owner(Id owner);
    }

    private Relation(Index index, Pairs pairs, BiConsumer<Owners, Element> ownersOf, List<Kind> kinds) {
        this.index = index;
        this.ownersOf = ownersOf;
        this.kinds = kinds;
        int low = Integer.MAX_VALUE;
        int high = -1;
        for (int i = 0; i < pairs.size; i++) {
            low = Math.min(low, pairs.owners[i]);
            high = Math.max(high, pairs.owners[i]);
        }
        firstOwner = high < 0 ? 0 : low;
        starts = new int[high < 0 ? 1 : high - low + 2];
        for (int i = 0; i < pairs.size; i++) {
            starts[pairs.owners[i] - firstOwner + 1]++;
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        members = new int[pairs.size];
        int[] next = starts.clone();
        for (int i = 0; i < pairs.size; i++) {
            members[next[pairs.owners[i] - firstOwner]++] = pairs.members[i];
        }
    }

    <E extends Element> List<E> of(Id owner, Class<E> type) {
        int number = index.find(owner);
        if (number >= 0) {
            index.read(number);
        }
        int at = number - firstOwner;
        if (number < 0 || at < 0 || at >= starts.length - 1 || starts[at] == starts[at + 1]) {
            return List.of();
        }
        return new Members<>(type, starts[at], starts[at + 1] - starts[at]);
    }

    /// What a relation is made from: owner and member, pair by pair.
    private static final class Pairs implements Owners {
        private final Index index;
        private int[] owners = new int[64];
        private int[] members = new int[64];
        private int size;
        private int member;

        Pairs(Index index) {
            this.index = index;
        }

        @Override
        public void owner(Id owner) {
            int number = index.find(owner);
            if (number < 0) {
                return;
            }
            if (size == owners.length) {
                owners = Arrays.copyOf(owners, size * 2);
                members = Arrays.copyOf(members, size * 2);
            }
            owners[size] = number;
            members[size++] = member;
        }
    }

    private final class Members<E extends Element> extends AbstractList<E> implements RandomAccess {
        private final Class<E> type;
        private final int first;
        private final int count;

        Members(Class<E> type, int first, int count) {
            this.type = type;
            this.first = first;
            this.count = count;
        }

        @Override
        public E get(int at) {
            return type.cast(index.element(members[first + Objects.checkIndex(at, count)]));
        }

        @Override
        public int size() {
            return count;
        }
    }
}
