package io.plumbline;

import io.plumbline.edit.Accept;
import io.plumbline.edit.Edit;
import io.plumbline.edit.Move;
import io.plumbline.edit.Put;
import io.plumbline.edit.Remove;
import io.plumbline.edit.Several;
import io.plumbline.model.AcceptedRisk;
import io.plumbline.model.Attribute;
import io.plumbline.model.Bend;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import io.plumbline.model.Part;
import io.plumbline.model.Place;
import io.plumbline.model.Property;
import io.plumbline.model.Shape;
import io.plumbline.model.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Designs of all kinds with all attributes, whole but senseless, from a seed: what a property holds for.
public final class RandomDesign {
    private static final List<String> TEXTS =
            List.of("", "NIC1", "SLOT41-CSV1+LM2", "Web Frontend", "a \"quoted\" name",
                    "C:\\Users", "line\nbreak", "tab\there", "Zürich", "日本", "🧭", "\u0000\u001f", "עברית", "</script>",
                    "null");
    private static final List<String> MACS = List.of("02-BF-AC-1F-01-E8", "01-00-5E-7F-03-E8", "00-00-00-00-00-00",
            "FF-FF-FF-FF-FF-FF", "00-15-5D-0A-0B-0C");
    private static final List<String> ADDRESSES = List.of("10.10.1.1", "172.31.3.232", "0.0.0.0", "255.255.255.255",
            "fe80::1", "2001:db8::10", "::");
    private static final List<String> VLANS = List.of("all", "none", "10", "10,20,30-35", "1-4093", "1,4094");

    private final Random random;
    private final List<Id> ids = new ArrayList<>();
    private Design design;

    private RandomDesign(Random random, Design design) {
        this.random = random;
        this.design = design;
        design.all().map(Element::id).forEach(ids::add);
    }

    /// Up to three elements of every kind.
    public static Design of(long seed) {
        return of(new Random(seed), 3);
    }

    public static Design of(Random random, int mostPerKind) {
        RandomDesign made = new RandomDesign(random, Design.empty("Random"));
        for (int i = 0; i < mostPerKind; i++) {
            made.addOneOfEveryKind(i == 0);
        }
        for (Id id : List.copyOf(made.ids)) {
            made.design = made.design.with(made.filled(made.design.element(id)));
        }
        made.place();
        return made.design;
    }

    /// An edit that can be done.
    public static Edit edit(Random random, Design design) {
        RandomDesign here = new RandomDesign(random, design);
        Edit edit;
        do {
            edit = here.edit(2);
        } while (edit.obstacle(design).isPresent());
        return edit;
    }

    private Edit edit(int depth) {
        Element element = design.element(any(ids));
        return switch (random.nextInt(depth > 0 ? 10 : 9)) {
            case 0 -> Remove.of(design, List.of(element.id()));
            case 1 -> Move.of(design, Map.of(element.id(), randomPlace()));
            case 2 -> Move.ofCable(design, element.id(), List.of(new Bend(random.nextInt(900), 0.5)));
            case 3 -> new Accept(Element.with(
                    Element.with(Element.with(
                            Element.with(AcceptedRisk.of(freshId(Kind.ACCEPTED_RISK), ""), "ruleId", "NLB020"),
                            "elements", List.of(element.id())), "reason", "appliances are ordered"),
                    "author", "DVH"));
            case 4 -> made(any(List.of(Kind.values()))).map(Put::add).orElseGet(() -> Put.add(element));
            case 9 -> {
                Edit first = edit(depth - 1);
                if (first.obstacle(design).isPresent()) {
                    yield first;
                }
                Edit second = edit(random, first.applyTo(design));
                yield new Several(first.label() + ", " + second.label(), first, second);
            }
            default -> {
                List<Property> properties = Shape.of(element.getClass()).properties();
                Property property = any(properties);
                yield property.name().equals("id") ? Put.add(element)
                        : new Put("Set " + property.name(), List.of(changed(element, property)));
            }
        };
    }

    private void addOneOfEveryKind(boolean always) {
        List<Kind> missing = new ArrayList<>(List.of(Kind.values()));
        missing.remove(Kind.PROJECT);
        missing.removeIf(_ -> !always && random.nextInt(3) == 0);
        for (int round = 0; round < Kind.values().length && !missing.isEmpty(); round++) {
            missing.removeIf(kind -> {
                Optional<Element> element = made(kind);
                element.ifPresent(each -> {
                    design = design.with(each);
                    ids.add(each.id());
                });
                return element.isPresent();
            });
        }
    }

    /// A new element with what it cannot be without; empty when there is nothing yet that it could refer to.
    private Optional<Element> made(Kind kind) {
        if (kind == Kind.PROJECT) {
            return Optional.empty();
        }
        Shape<? extends Element> shape = Shape.of(kind.type());
        Map<String, Object> values = new HashMap<>(Map.of("id", freshId(kind), "name", any(TEXTS)));
        for (Property property : shape.properties()) {
            if (property.required() && property.type() instanceof Type.Reference reference) {
                List<Id> targets = targets(reference);
                if (targets.isEmpty()) {
                    return Optional.empty();
                }
                values.put(property.name(), any(targets));
            } else if (property.atLeast() > 0 && property.type() instanceof Type.ListOf(Type.Reference reference)) {
                List<Id> targets = targets(reference);
                if (targets.size() < property.atLeast()) {
                    return Optional.empty();
                }
                values.put(property.name(), targets.subList(0, property.atLeast()));
            }
        }
        return Optional.of(shape.of(values));
    }

    private Element filled(Element element) {
        Element filled = element;
        for (Property property : Shape.of(element.getClass()).properties()) {
            if (!property.name().equals("id") && random.nextBoolean()) {
                filled = changed(filled, property);
            }
        }
        return filled;
    }

    private <P extends Part> P changed(P part, Property property) {
        @SuppressWarnings("unchecked")
        Shape<P> shape = (Shape<P>) Shape.of(part.getClass());
        Object value = value(property);
        return value == null ? part : shape.with(part, property.name(), value);
    }

    /// A value for an attribute, or null where none can be found.
    private Object value(Property property) {
        int state = property.attribute() ? random.nextInt(10) : 9;
        return switch (state) {
            case 0, 1 -> Attribute.unset();
            case 2 -> Attribute.unknown();
            default -> value(property.type(), property.atLeast());
        };
    }

    private Object value(Type type, int atLeast) {
        return switch (type) {
            case Type.Text _ -> any(TEXTS);
            case Type.Truth _ -> random.nextBoolean();
            case Type.Whole(Class<?> java) when java == Long.class -> any(List.of(0L, 1L, 40_000_000_000L,
                    Long.MAX_VALUE));
            case Type.Whole _ -> any(List.of(0, 1, 7, 65535, Integer.MAX_VALUE, -1));
            case Type.Measure _ -> type.coerce(random.nextInt(4095));
            case Type.OneOf one -> any(one.words());
            case Type.Notation(Class<?> java) -> type.coerce(switch (java.getSimpleName()) {
                case "Mac" -> any(MACS);
                case "IpAddress" -> any(ADDRESSES);
                case "IpPrefix", "IpInterface" -> any(ADDRESSES) + "/" + random.nextInt(33);
                case "VlanSet" -> any(VLANS);
                default -> throw new IllegalStateException("no values for " + java);
            });
            case Type.Day _ -> LocalDate.of(2014, 6, 1).plusDays(random.nextInt(4000));
            case Type.Reference reference -> {
                List<Id> targets = targets(reference);
                yield reference.orName() && random.nextBoolean() ? "vSwitch1" : targets.isEmpty() ? null : any(targets);
            }
            case Type.ListOf(Type item) -> many(item, Math.max(atLeast, random.nextInt(4)));
            case Type.SetOf(Type item) -> new TreeSet<>(many(item, random.nextInt(4)));
            case Type.MapOf(Type key, Type of) -> {
                Map<Object, Object> map = new TreeMap<>();
                many(key, random.nextInt(4)).forEach(each -> map.put(each, value(of, 0)));
                yield map;
            }
            case Type.Group(Class<? extends Part> group) -> part(group);
        };
    }

    private List<Object> many(Type item, int count) {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Object value = value(item, 0);
            if (value != null) {
                items.add(value);
            }
        }
        return items;
    }

    private <P extends Part> P part(Class<P> group) {
        Shape<P> shape = Shape.of(group);
        Map<String, Object> values = new HashMap<>();
        for (Property property : shape.properties()) {
            Object value = value(property);
            if (value == null && property.required()) {
                return null;
            }
            if (value != null) {
                values.put(property.name(), value);
            }
        }
        return shape.of(values);
    }

    private void place() {
        Map<Id, Place> places = new HashMap<>();
        for (Id id : ids) {
            if (random.nextInt(3) > 0) {
                places.put(id, randomPlace());
            }
        }
        design = design.withLayout(design.layout().withPlaces(places));
        for (Element cable : design.all(Kind.CABLE)) {
            List<Bend> bends = List.of(new Bend(random.nextInt(2000) - 1000, random.nextDouble()), new Bend(0, 8.25));
            design = design.withLayout(
                    design.layout().withView(design.layout().view().withBends(cable.id(), bends)));
        }
    }

    private Place randomPlace() {
        double y = random.nextBoolean() ? random.nextInt(4000) : random.nextDouble() * 4000;
        return new Place(random.nextInt(4000) - 2000, y, random.nextBoolean());
    }

    private Id freshId(Kind kind) {
        return new Id(kind.word() + "-" + Long.toString(random.nextLong() >>> 1, 36));
    }

    private List<Id> targets(Type.Reference reference) {
        Predicate<Id> allowed = id -> reference.allows(design.element(id).kind());
        List<Id> targets = new ArrayList<>(ids.stream().filter(allowed).toList());
        Collections.shuffle(targets, random);
        return targets;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
