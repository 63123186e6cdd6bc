package io.plumbline.topology;

import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Kind;
import io.plumbline.model.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which elements have other values in one design than in another of the same structure.
final class Edited {

    /// Kinds that speak about the whole design, and whose values stand in names.
    private static final Set<Kind> FAR_REACHING = Set.of(Kind.PROJECT, Kind.VLAN, Kind.ACCEPTED_RISK);

    private Edited() {}

    /// The changed elements as they are now. Empty when elements came or went, or when one refers to others or has
    /// another name than before.
    static Optional<List<Element>> between(Design before, Design after) {
        List<Element> changed = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (before.shares(kind, after)) {
                continue;
            }
            Collection<Element> old = before.all(kind);
            Collection<Element> now = after.all(kind);
            if (old.size() != now.size()) {
                return Optional.empty();
            }
            Iterator<Element> others = now.iterator();
            for (Element one : old) {
                Element other = others.next();
                if (one == other) {
                    continue;
                }
                if (!one.id().equals(other.id()) || FAR_REACHING.contains(kind) || !standsAlike(one, other)) {
                    return Optional.empty();
                }
                changed.add(other);
            }
        }
        return Optional.of(changed);
    }

    private static boolean standsAlike(Element one, Element other) {
        return one.name().equals(other.name()) && references(one).equals(references(other));
    }

    private static List<Object> references(Element element) {
        List<Object> references = new ArrayList<>();
        Shape.of(element.getClass()).references(element,
                (property, id) -> references.add(List.of(property.name(), id)));
        return references;
    }
}
