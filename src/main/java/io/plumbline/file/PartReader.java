package io.plumbline.file;

import io.plumbline.file.Plan.Slot;
import io.plumbline.model.Attribute;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import io.plumbline.model.Part;
import io.plumbline.model.Property;
import io.plumbline.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JsonToken;

/// Reads records by their [Shape]. What does not fit is said at the cursor, and the rest is read on.
///
/// Every method begins at the first token of a value and leaves it at its last, whatever stands there. Fields that this
/// version does not know go into `unknown`, by their [FieldPath] from the record being read.
final class PartReader {
    private static final String CORRECT = "Correct it.";
    private static final String CORRECT_OR_NULL = "Correct it, or write null if it is not known.";

    private final Cursor cursor;
    private final References references;
    private final Scalars scalars = new Scalars();
    private String remedy = CORRECT;
    private Id lastId;

    PartReader(Cursor cursor, References references) {
        this.cursor = cursor;
        this.references = references;
    }

    /// The id in a text that stands here, or null when it is none.
    Id id(String text) {
        return (Id) scalar(new Type.Notation(Id.class), text);
    }

    /// An element, or null when it cannot be made.
    Element element(Kind kind) {
        SortedMap<String, String> unknown = new TreeMap<>();
        Draft draft = draft(Plan.of(kind.type()), kind, unknown);
        lastId = draft.id();
        if (!draft.isWhole()) {
            return null;
        }
        draft.keep(unknown);
        return (Element) draft.make();
    }

    /// The id of the element that was read last, if it had one.
    Id lastId() {
        return lastId;
    }

    /// Reads the value of one attribute into a draft. Where it does not fit, an attribute becomes unknown, because
    /// somebody meant something; a reference becomes unset, as if what it referred to had been deleted.
    void read(Draft draft, Slot slot, SortedMap<String, String> unknown) {
        if (cursor.at(JsonToken.VALUE_NULL)) {
            readNull(draft, slot);
            return;
        }
        Property property = slot.property();
        remedy = property.attribute() ? CORRECT_OR_NULL : CORRECT;
        Object value = value(property.type(), slot.key(), unknown);
        if (value != null) {
            draft.put(slot, value);
        } else if (property.attribute() && !(property.type() instanceof Type.Reference)) {
            draft.put(slot, Attribute.unknown());
        }
    }

    private void readNull(Draft draft, Slot slot) {
        Property property = slot.property();
        if (property.attribute()) {
            draft.put(slot, Attribute.unknown());
        } else if (property.type() instanceof Type.Group(Class<? extends Part> group)) {
            draft.put(slot, unknown(group));
        } else {
            cursor.slip("Expected " + property.type().describe() + ", found null; this cannot be unknown.", CORRECT);
        }
    }

    /// A group of which nothing is known.
    private static Part unknown(Class<? extends Part> group) {
        Draft draft = new Draft(Plan.of(group));
        for (Slot slot : draft.plan().slotByName().values()) {
            if (slot.property().attribute()) {
                draft.put(slot, Attribute.unknown());
            } else if (slot.property().type() instanceof Type.Group(Class<? extends Part> inner)) {
                draft.put(slot, unknown(inner));
            }
        }
        return draft.make();
    }

    /// The value, or null when it does not fit.
    private Object value(Type type, String key, SortedMap<String, String> unknown) {
        return switch (type) {
            case Type.ListOf(Type.Group(Class<? extends Part> group)) when cursor.at(JsonToken.START_ARRAY) ->
                    parts(group, key, unknown);
            case Type.ListOf(Type item) when cursor.at(JsonToken.START_ARRAY) -> items(item);
            case Type.SetOf(Type item) when cursor.at(JsonToken.START_ARRAY) -> new TreeSet<>(items(item));
            case Type.MapOf map when cursor.at(JsonToken.START_OBJECT) -> map(map);
            case Type.Group(Class<? extends Part> group) when cursor.at(JsonToken.START_OBJECT) -> {
                SortedMap<String, String> inside = new TreeMap<>();
                Part part = part(group, inside);
                FieldPath.addUnder(key, inside, unknown);
                yield part;
            }
            case Type.Truth _ when cursor.at(JsonToken.VALUE_TRUE) -> true;
            case Type.Truth _ when cursor.at(JsonToken.VALUE_FALSE) -> false;
            case Type.Whole _,Type.Measure _,Type.OneOf _ when cursor.at(JsonToken.VALUE_NUMBER_INT) ->
                    scalar(type, cursor.text());
            case Type.Text _,Type.OneOf _,Type.Notation _,Type.Day _,Type.Reference _ when cursor
                    .at(JsonToken.VALUE_STRING) -> scalar(type, cursor.text());
            default -> {
                cursor.slip("Expected " + type.describe() + ", found " + cursor.found() + ".", remedy);
                cursor.skip();
                yield null;
            }
        };
    }

    private Object scalar(Type type, String text) {
        try {
            return switch (type) {
                case Type.Whole(Class<?> java) when java == Long.class -> Long.valueOf(digits(type, text));
                case Type.Whole _ -> Integer.valueOf(digits(type, text));
                case Type.Measure _ -> scalars.measure((Type.Measure) type, Integer.valueOf(digits(type, text)));
                case Type.Notation notation -> scalars.notation(notation, text);
                case Type.Reference(_, boolean orName) when !orName -> reference((Type.Reference) type, text);
                case Type.OneOf one -> {
                    Object word = Scalars.word(one, text);
                    if (word == null) {
                        cursor.slip("\"" + Json.shortened(text) + "\" is not " + type.describe() + ".", remedy);
                    }
                    yield word;
                }
                case Type.Day _ -> type.coerce(text);
                default -> Scalars.text(text);
            };
        } catch (NumberFormatException _) {
            cursor.slip("The number " + Json.shortened(text) + " is out of range.", remedy);
        } catch (IllegalArgumentException e) {
            cursor.slip(e.getMessage(), remedy);
        }
        return null;
    }

    private static String digits(Type type, String text) {
        for (int i = 0; i < text.length(); i++) {
            if ((text.charAt(i) < '0' || text.charAt(i) > '9') && (i > 0 || text.charAt(i) != '-')) {
                throw new IllegalArgumentException(
                        "Expected " + type.describe() + ", found \"" + Json.shortened(text) + "\".");
            }
        }
        return text;
    }

    private Id reference(Type.Reference type, String text) {
        Id id = scalars.id(text);
        String wrong = references.wrong(type, id);
        if (wrong == null) {
            return id;
        }
        cursor.slip(wrong, "Correct the id, or add the element.");
        return null;
    }

    private List<Object> items(Type item) {
        List<Object> items = new ArrayList<>();
        remedy = CORRECT;
        while (cursor.next() != JsonToken.END_ARRAY) {
            Object value = value(item, "", null);
            if (value != null) {
                items.add(value);
            }
        }
        return items;
    }

    private List<Part> parts(Class<? extends Part> group, String key, SortedMap<String, String> unknown) {
        List<Part> parts = new ArrayList<>();
        List<SortedMap<String, String>> insides = new ArrayList<>();
        while (cursor.next() != JsonToken.END_ARRAY) {
            SortedMap<String, String> inside = new TreeMap<>();
            Part part = part(group, inside);
            if (part != null) {
                parts.add(part);
                insides.add(inside);
            }
        }
        boolean anyUnknown = false;
        for (SortedMap<String, String> inside : insides) {
            anyUnknown |= !inside.isEmpty();
        }
        if (anyUnknown) {
            List<String> keys = FieldPath.itemKeys(parts);
            for (int i = 0; i < keys.size(); i++) {
                FieldPath.addUnder(key + "/" + keys.get(i), insides.get(i), unknown);
            }
        }
        return parts;
    }

    private Map<Object, Object> map(Type.MapOf type) {
        Map<Object, Object> map = new TreeMap<>();
        remedy = CORRECT;
        while (cursor.next() != JsonToken.END_OBJECT) {
            String name = cursor.name();
            cursor.next();
            Object key = scalar(type.key(), name);
            Object value = value(type.value(), "", null);
            if (key != null && value != null && map.put(key, value) != null) {
                cursor.slipTwice();
            }
        }
        return map;
    }

    private Part part(Class<? extends Part> group, SortedMap<String, String> unknown) {
        Draft draft = draft(Plan.of(group), null, unknown);
        try {
            return draft.isWhole() ? draft.make() : null;
        } catch (IllegalArgumentException e) {
            cursor.slip(e.getMessage(), CORRECT);
            return null;
        }
    }

    /// The record with all that stands here; not whole when it lacks something it cannot be without.
    ///
    /// @param kind the kind of the element, or null inside one
    private Draft draft(Plan plan, Kind kind, SortedMap<String, String> unknown) {
        Draft draft = new Draft(plan);
        if (!cursor.startsObject()) {
            return draft;
        }
        long start = cursor.offset();
        boolean[] seen = new boolean[plan.slotByName().size()];
        while (cursor.next() != JsonToken.END_OBJECT) {
            String name = cursor.name();
            Slot slot = plan.slot(name);
            cursor.next();
            if (slot == null ? unknown.containsKey(FieldPath.segment(name)) : seen[slot.index()]) {
                cursor.passTwice();
            } else if (slot == null) {
                unknown.put(FieldPath.segment(name), cursor.raw());
            } else {
                seen[slot.index()] = true;
                read(draft, slot, unknown);
            }
        }
        if (!draft.isWhole()) {
            tellMissing(plan, kind, seen, start);
        }
        return draft;
    }

    private void tellMissing(Plan plan, Kind kind, boolean[] seen, long start) {
        for (Slot slot : plan.slotByName().values()) {
            if (slot.property().required() && !seen[slot.index()]) {
                cursor.slip(start, cursor.path(), "\"%s\" is missing in this %s.".formatted(slot.property().name(),
                        kind == null ? "object" : kind.word()), "Add it: " + slot.property().type().describe() + ".");
            }
        }
    }
}
