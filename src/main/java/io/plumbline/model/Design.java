package io.plumbline.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/// A network design: a value. Changing it makes another one, which shares all that did not change.
///
/// A design may be wrong, never broken: it holds every fault that a network can have, but no reference to an element
/// that does not exist or is of a kind that cannot be meant. There is always exactly one [Project].
///
/// @param origin how it came about: says nothing about what the design is
public record Design(LayeredMap<Id, Element> elementById, PMap<Kind, TreePMap<Id, Element>> elementsByKind,
        Layout layout,
        SortedMap<String, String> unknownFields, Origin origin) {

    public static final Id PROJECT = new Id("project");

    public Design {
        unknownFields = Collections.unmodifiableSortedMap(new TreeMap<>(unknownFields));
    }

    public static Design empty(String title) {
        return new Design(LayeredMap.empty(), HashTreePMap.empty(), Layout.EMPTY, Collections.emptySortedMap(),
                Origin.UNKNOWN)
                .with(Project.of(PROJECT, title));
    }

    /// A design of all these elements at once, much faster than one after the other.
    ///
    /// @throws IllegalArgumentException when a reference leads nowhere or to the wrong kind
    public static Design of(Project project, Collection<? extends Element> elements) {
        Map<Id, Element> byId = HashMap.newHashMap(elements.size() + 1);
        Map<Kind, SortedMap<Id, Element>> byKind = new EnumMap<>(Kind.class);
        byId.put(project.id(), project);
        byKind.computeIfAbsent(Kind.PROJECT, _ -> new TreeMap<>()).put(project.id(), project);
        for (Element element : elements) {
            if (element.kind() == Kind.PROJECT || byId.put(element.id(), element) != null) {
                throw new IllegalArgumentException("There are two elements \"" + element.id() + "\".");
            }
            byKind.computeIfAbsent(element.kind(), _ -> new TreeMap<>()).put(element.id(), element);
        }
        for (Element element : elements) {
            checkReferences(element, byId::get);
        }
        PMap<Kind, TreePMap<Id, Element>> kinds = HashTreePMap.empty();
        for (Map.Entry<Kind, SortedMap<Id, Element>> kind : byKind.entrySet()) {
            kinds = kinds.plus(kind.getKey(), TreePMap.fromSortedMap(kind.getValue()));
        }
        return new Design(LayeredMap.over(byId), kinds, Layout.EMPTY, Collections.emptySortedMap(), Origin.UNKNOWN);
    }

    public Project project() {
        return (Project) elementById.get(PROJECT);
    }

    public String title() {
        return project().name();
    }

    public Optional<Element> find(Id id) {
        return Optional.ofNullable(elementById.get(id));
    }

    public <E extends Element> Optional<E> find(Id id, Class<E> type) {
        Element element = elementById.get(id);
        return type.isInstance(element) ? Optional.of(type.cast(element)) : Optional.empty();
    }

    /// The element with this id, which must exist.
    public Element element(Id id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("There is no element \"" + id + "\"."));
    }

    /// The element with this id, which must exist and be of this kind.
    public <E extends Element> E element(Id id, Class<E> type) {
        return find(id, type).orElseThrow(
                () -> new IllegalArgumentException("There is no " + type.getSimpleName() + " \"" + id + "\"."));
    }

    /// All elements of a kind, sorted by id.
    public <E extends Element> Stream<E> all(Class<E> type) {
        return all(kindOf(type)).stream().map(type::cast);
    }

    public Collection<Element> all(Kind kind) {
        TreePMap<Id, Element> elements = elementsByKind.get(kind);
        return elements == null ? List.of() : elements.values();
    }

    /// The ids of all elements that are not the same in another design. Where one of the two came from the other by a few
    /// edits, only what was edited is looked at.
    public Collection<Id> differences(Design other) {
        if (elementById == other.elementById) {
            return List.of();
        }
        return Origin.between(this, other).orElseGet(() -> {
            Set<Id> ids = new HashSet<>();
            for (Kind kind : Kind.values()) {
                if (ofKind(kind) != other.ofKind(kind)) {
                    ofKind(kind).keySet().forEach(ids::add);
                    other.ofKind(kind).keySet().forEach(ids::add);
                }
            }
            return ids;
        }).stream().filter(id -> elementById.get(id) != other.elementById.get(id)).toList();
    }

    /// All elements, sorted by kind and id.
    public Stream<Element> all() {
        return Stream.of(Kind.values()).flatMap(kind -> all(kind).stream());
    }

    public int size() {
        return elementById.size();
    }

    public Design with(Element... elements) {
        return with(List.of(elements));
    }

    /// The design with these elements added, or put in the place of those with the same ids.
    ///
    /// @throws IllegalArgumentException when a reference leads nowhere or to the wrong kind, or when an id would change
    ///         its kind
    public Design with(Collection<? extends Element> elements) {
        Map<Id, Element> added = new HashMap<>();
        Map<Kind, TreePMap<Id, Element>> changed = new EnumMap<>(Kind.class);
        for (Element element : elements) {
            Element before = added.getOrDefault(element.id(), elementById.get(element.id()));
            if (before != null && before.kind() != element.kind()) {
                throw new IllegalArgumentException("\"" + element.id() + "\" is a " + before.kind().word()
                        + " and cannot become a " + element.kind().word() + ".");
            }
            if (element.kind() == Kind.PROJECT && !element.id().equals(PROJECT)) {
                throw new IllegalArgumentException("There is one project, with the id \"" + PROJECT + "\".");
            }
            added.put(element.id(), element);
            TreePMap<Id, Element> sofar = changed.get(element.kind());
            changed.put(element.kind(),
                    (sofar == null ? ofKind(element.kind()) : sofar).plus(element.id(), element));
        }
        LayeredMap<Id, Element> byId = elementById.plusAll(added);
        for (Element element : elements) {
            checkReferences(element, byId::get);
        }
        return new Design(byId, elementsByKind.plusAll(changed), layout, unknownFields,
                origin.then(elementById, elements.stream().map(Element::id).toList()));
    }

    /// The design without these elements, without what cannot exist without them (the NICs of a host, the cables of a
    /// port), and without references to any of it. The project stays.
    public Design without(Collection<Id> ids) {
        Set<Id> gone = new HashSet<>();
        Map<Id, Element> changed = new HashMap<>();
        Map<Id, Set<Id>> referrers = referrers();
        Deque<Id> todo = new ArrayDeque<>(ids);
        while (!todo.isEmpty()) {
            Id id = todo.pop();
            if (id.equals(PROJECT) || !elementById.containsKey(id) || !gone.add(id)) {
                continue;
            }
            changed.remove(id);
            for (Id referrer : referrers.getOrDefault(id, Set.of())) {
                if (gone.contains(referrer)) {
                    continue;
                }
                Element element = changed.getOrDefault(referrer, elementById.get(referrer));
                Optional<? extends Part> left = Shape.of(element.getClass()).without(element, id::equals);
                if (left.isPresent()) {
                    changed.put(referrer, (Element) left.get());
                } else {
                    todo.push(referrer);
                }
            }
        }
        if (gone.isEmpty()) {
            return this;
        }
        LayeredMap<Id, Element> byId = elementById.minusAll(gone).plusAll(changed);
        Map<Kind, TreePMap<Id, Element>> kinds = new HashMap<>();
        for (Id id : gone) {
            Kind kind = elementById.get(id).kind();
            kinds.put(kind, kinds.getOrDefault(kind, ofKind(kind)).minus(id));
        }
        for (Element element : changed.values()) {
            Kind kind = element.kind();
            kinds.put(kind, kinds.getOrDefault(kind, ofKind(kind)).plus(element.id(), element));
        }
        return new Design(byId, elementsByKind.plusAll(kinds), layout.without(gone), unknownFields,
                Origin.UNKNOWN);
    }

    public Design withLayout(Layout changed) {
        return new Design(elementById, elementsByKind, changed, unknownFields, origin);
    }

    public Design withUnknownFields(SortedMap<String, String> fields) {
        return new Design(elementById, elementsByKind, layout, fields, origin);
    }

    /// Which elements refer to which, by the id that is referred to.
    public Map<Id, Set<Id>> referrers() {
        Map<Id, Set<Id>> referrers = new HashMap<>();
        for (Element element : elementById.values()) {
            Shape.of(element.getClass()).references(element,
                    (_, id) -> referrers.computeIfAbsent(id, _ -> new HashSet<>()).add(element.id()));
            if (element instanceof VirtualNic nic && nic.vSwitch() instanceof Attribute.Known<String>(String named)
                    && !named.isBlank() && elementById.containsKey(new Id(named))) {
                referrers.computeIfAbsent(new Id(named), _ -> new HashSet<>()).add(nic.id());
            }
        }
        return referrers;
    }

    /// What is wrong with the references of an element in a design with these elements, one sentence each.
    public static List<String> danglingReferences(Element element, Function<Id, Element> elements) {
        List<String> wrong = new ArrayList<>();
        Shape.of(element.getClass()).references(element, (property, id) -> {
            Type.Reference reference = referenceIn(property.type());
            Element target = elements.apply(id);
            if (target == null) {
                wrong.add("\"" + property.name() + "\" of " + element.kind().word() + " \"" + element.id()
                        + "\" refers to \"" + id + "\", which does not exist.");
            } else if (reference != null && !reference.allows(target.kind())) {
                wrong.add("\"" + property.name() + "\" of " + element.kind().word() + " \"" + element.id()
                        + "\" refers to \"" + id + "\", which is a " + target.kind().word() + "; expected "
                        + reference.describe() + ".");
            }
        });
        return wrong;
    }

    private static void checkReferences(Element element, Function<Id, Element> elements) {
        List<String> wrong = danglingReferences(element, elements);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(wrong.getFirst());
        }
    }

    private static Type.Reference referenceIn(Type type) {
        return switch (type) {
            case Type.Reference reference -> reference;
            case Type.ListOf(Type item) -> referenceIn(item);
            case Type.SetOf(Type item) -> referenceIn(item);
            case Type.MapOf(Type key, _) -> referenceIn(key);
            default -> null;
        };
    }

    private TreePMap<Id, Element> ofKind(Kind kind) {
        TreePMap<Id, Element> elements = elementsByKind.get(kind);
        return elements == null ? TreePMap.empty() : elements;
    }

    private static Kind kindOf(Class<? extends Element> type) {
        for (Kind kind : Kind.values()) {
            if (kind.type() == type) {
                return kind;
            }
        }
        throw new IllegalArgumentException(type + " is no kind of element.");
    }
}
