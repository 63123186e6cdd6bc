package io.plumbline.ui.palette;

import io.plumbline.diagram.Point;
import io.plumbline.edit.Edit;
import io.plumbline.edit.Move;
import io.plumbline.edit.Put;
import io.plumbline.edit.Several;
import io.plumbline.model.Attribute;
import io.plumbline.model.Cable;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import io.plumbline.model.Part;
import io.plumbline.model.Place;
import io.plumbline.model.Property;
import io.plumbline.model.Shape;
import io.plumbline.model.Type;
import io.plumbline.ui.outline.Containment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;

/// A copy of elements with all that lies in them, beside the original. What they refer to among themselves the copies
/// refer to among themselves; cables that leave the selection are not copied, a port takes only one.
///
/// @param selection what is selected then: the copies of what was selected
public record Duplicate(Edit edit, List<Id> selection) {
    private static final double OFFSET = 24;
    /// There is one of each, or they say something about others.
    private static final Set<Kind> NEVER = Set.of(Kind.PROJECT, Kind.ACCEPTED_RISK, Kind.SWITCH_MODEL,
            Kind.NIC_MODEL);

    /// @param places where elements stand now
    public static Optional<Duplicate> of(Design design, List<Id> selection, Map<Id, Point> places) {
        SequencedSet<Id> originals = inside(design, selection);
        originals.removeIf(id -> NEVER.contains(design.element(id).kind())
                || design.element(id) instanceof Cable cable
                        && !(originals.contains(cable.endA()) && originals.contains(cable.endB())));
        if (originals.isEmpty()) {
            return Optional.empty();
        }
        Map<Id, Id> copies = new HashMap<>();
        originals.forEach(id -> copies.put(id, Fresh.id(design, design.element(id).kind())));
        var made = new ArrayList<Element>();
        Design sofar = design;
        for (Id id : originals) {
            Element copy = (Element) renamed(design.element(id), copies, Optional.of(copies.get(id)));
            if (selection.contains(id) && !copy.name().isBlank()) {
                Optional<Id> around = Containment.container(design, design.element(id));
                Design taken = sofar;
                copy = Element.with(copy, "name", Fresh.nameAfter(taken, design.element(id),
                        each -> Containment.container(taken, each).equals(around)));
            }
            made.add(copy);
            sofar = sofarWith(sofar, copy);
        }
        String label = Put.add(made.stream().filter(each -> isCopyOf(each, selection, copies)).toList()).label()
                .replaceFirst("^Add", "Duplicate");
        var edits = new ArrayList<Edit>();
        edits.add(new Put(label, made));
        var moved = new HashMap<Id, Place>();
        copies.forEach((id, copy) -> Optional.ofNullable(places.get(id))
                .ifPresent(at -> moved.put(copy, Place.at(at.x() + OFFSET, at.y() + OFFSET))));
        if (!moved.isEmpty()) {
            edits.add(new Move(label, moved, Map.of()));
        }
        return Optional.of(new Duplicate(new Several(label, edits),
                selection.stream().filter(copies::containsKey).map(copies::get).toList()));
    }

    private static boolean isCopyOf(Element made, List<Id> selection, Map<Id, Id> copies) {
        return selection.stream().anyMatch(id -> made.id().equals(copies.get(id)));
    }

    /// The names that are taken so far; a copy whose references are still to come counts by its name alone.
    private static Design sofarWith(Design design, Element copy) {
        try {
            return design.with(copy);
        } catch (IllegalArgumentException _) {
            return design;
        }
    }

    /// The elements, all that lies in them, and the cables between them.
    private static SequencedSet<Id> inside(Design design, List<Id> selection) {
        SequencedSet<Id> found = new LinkedHashSet<>(selection);
        found.removeIf(id -> design.find(id).isEmpty());
        Map<Id, List<Id>> children = new HashMap<>();
        design.all().filter(element -> owns(element.kind())).forEach(element -> Containment.container(design, element)
                .ifPresent(around -> children.computeIfAbsent(around, _ -> new ArrayList<>()).add(element.id())));
        var todo = new ArrayList<>(found);
        while (!todo.isEmpty()) {
            for (Id child : children.getOrDefault(todo.removeLast(), List.of())) {
                if (found.add(child)) {
                    todo.add(child);
                }
            }
        }
        design.all(Cable.class).filter(cable -> found.contains(cable.endA()) && found.contains(cable.endB()))
                .forEach(cable -> found.add(cable.id()));
        return found;
    }

    /// Whether elements of this kind are parts of what they lie in. A host is no part of its cluster.
    private static boolean owns(Kind kind) {
        return switch (kind) {
            case PHYSICAL_NIC, TEAM, TEAM_INTERFACE, VIRTUAL_SWITCH, V_NIC, VM, SWITCH_PORT, LAG, L3_INTERFACE -> true;
            default -> false;
        };
    }

    /// The part with every reference to an original turned to its copy.
    private static Part renamed(Part part, Map<Id, Id> copies, Optional<Id> id) {
        Part copy = part;
        Shape<?> shape = Shape.of(part.getClass());
        for (Property property : shape.properties()) {
            if (property.name().equals("id") && id.isPresent()) {
                copy = shape.with(copy, "id", id.get());
                continue;
            }
            Object held = shape.get(part, property);
            Object value = held instanceof Attribute<?> attribute ? attribute.find().orElse(null) : held;
            if (value != null) {
                Object turned = turned(property.type(), value, copies);
                copy = turned.equals(value) ? copy : shape.with(copy, property.name(), turned);
            }
        }
        return copy;
    }

    private static Object turned(Type type, Object value, Map<Id, Id> copies) {
        return switch (type) {
            case Type.Reference _ when value instanceof Id id -> copies.getOrDefault(id, id);
            case Type.Reference(_, boolean orName) when orName && !value.toString().isBlank() ->
                    Optional.ofNullable(copies.get(new Id(value.toString()))).map(Id::text).orElse(value.toString());
            case Type.ListOf(Type item) -> ((Collection<?>) value).stream().map(each -> turned(item, each, copies))
                    .toList();
            case Type.SetOf(Type item) -> type.coerce(((Collection<?>) value).stream()
                    .map(each -> turned(item, each, copies)).toList());
            case Type.MapOf(Type key, _) -> {
                var turned = new TreeMap<Object, Object>();
                ((Map<?, ?>) value).forEach((k, v) -> turned.put(turned(key, k, copies), v));
                yield turned;
            }
            case Type.Group _ -> renamed((Part) value, copies, Optional.empty());
            default -> value;
        };
    }
}
