package io.plumbline.file;

import io.plumbline.model.Bend;
import io.plumbline.model.Id;
import io.plumbline.model.Layout;
import io.plumbline.model.Place;
import io.plumbline.model.Type;
import io.plumbline.model.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pcollections.HashTreePMap;
import tools.jackson.core.JsonToken;

/// Reads the drawing: views with places and bends.
final class LayoutReader {
    private static final String CORRECT = "Correct it.";
    private static final Type.Reference ANY = new Type.Reference(Set.of(), false);

    private final Cursor cursor;
    private final PartReader parts;
    private final References references;

    LayoutReader(Cursor cursor, PartReader parts, References references) {
        this.cursor = cursor;
        this.parts = parts;
        this.references = references;
    }

    Layout layout() {
        List<View> views = new ArrayList<>();
        SortedMap<String, String> unknown = new TreeMap<>();
        cursor.fields(name -> {
            if (name.equals("views") && startsList()) {
                Set<String> ids = new HashSet<>();
                while (cursor.next() != JsonToken.END_ARRAY) {
                    View view = view(ids);
                    if (view != null) {
                        views.add(view);
                    }
                }
            } else if (!name.equals("views")) {
                unknown.put(FieldPath.segment(name), cursor.raw());
            }
        });
        return new Layout(views, unknown);
    }

    private View view(Set<String> ids) {
        long start = cursor.offset();
        Map<String, String> texts = new HashMap<>();
        Map<Id, Place> places = new HashMap<>();
        Map<Id, List<Bend>> bends = new HashMap<>();
        SortedMap<String, String> unknown = new TreeMap<>();
        int slips = cursor.slips().size();
        cursor.fields(name -> {
            switch (name) {
                case "id", "name", "lens" -> text(name, texts);
                case "nodes" -> cursor.fields(id -> place(id, places, unknown));
                case "edges" -> cursor.fields(id -> edge(id, bends, unknown));
                default -> unknown.put(FieldPath.segment(name), cursor.raw());
            }
        });
        String id = texts.get("id");
        if (id == null || !ids.add(id)) {
            if (cursor.slips().size() == slips) {
                cursor.slip(start, cursor.path(), id == null ? "\"id\" is missing in this view."
                        : "There is another view \"" + Json.shortened(id) + "\".", "Give it an id of its own.");
            }
            return null;
        }
        return new View(id, texts.getOrDefault("name", ""), texts.getOrDefault("lens", "physical"),
                HashTreePMap.from(places), HashTreePMap.from(bends), unknown);
    }

    private void text(String name, Map<String, String> texts) {
        if (cursor.at(JsonToken.VALUE_STRING)) {
            texts.put(name, cursor.text());
        } else {
            cursor.slip("Expected a text, found " + cursor.found() + ".", CORRECT);
            cursor.skip();
        }
    }

    private void place(String text, Map<Id, Place> places, SortedMap<String, String> unknown) {
        String key = "nodes/" + FieldPath.segment(text);
        Id id = drawn(text, key, unknown);
        if (id == null) {
            return;
        }
        Map<String, Double> numbers = new HashMap<>();
        boolean[] pinned = new boolean[1];
        int slips = cursor.slips().size();
        cursor.fields(name -> {
            switch (name) {
                case "x", "y" -> number(name, numbers);
                case "pinned" -> pinned[0] = isTrue();
                default -> unknown.put(key + "/" + FieldPath.segment(name), cursor.raw());
            }
        });
        if (cursor.slips().size() > slips) {
            return;
        }
        try {
            places.put(id, new Place(coordinate("x", numbers), coordinate("y", numbers), pinned[0]));
        } catch (IllegalArgumentException e) {
            cursor.slip(e.getMessage(), CORRECT);
        }
    }

    private void edge(String text, Map<Id, List<Bend>> bends, SortedMap<String, String> unknown) {
        String key = "edges/" + FieldPath.segment(text);
        Id id = drawn(text, key, unknown);
        if (id == null) {
            return;
        }
        List<Bend> led = new ArrayList<>();
        cursor.fields(name -> {
            if (name.equals("bends") && startsList()) {
                while (cursor.next() != JsonToken.END_ARRAY) {
                    bend(led, key + "/bends/", unknown);
                }
            } else if (!name.equals("bends")) {
                unknown.put(key + "/" + FieldPath.segment(name), cursor.raw());
            }
        });
        if (!led.isEmpty()) {
            bends.put(id, List.copyOf(led));
        }
    }

    private void bend(List<Bend> led, String key, SortedMap<String, String> unknown) {
        Map<String, Double> numbers = new HashMap<>();
        SortedMap<String, String> inside = new TreeMap<>();
        int slips = cursor.slips().size();
        cursor.fields(name -> {
            if (name.equals("x") || name.equals("y")) {
                number(name, numbers);
            } else {
                inside.put(FieldPath.segment(name), cursor.raw());
            }
        });
        if (cursor.slips().size() > slips) {
            return;
        }
        try {
            Bend bend = new Bend(coordinate("x", numbers), coordinate("y", numbers));
            led.add(bend);
            FieldPath.addUnder(key + FieldPath.key(bend), inside, unknown);
        } catch (IllegalArgumentException e) {
            cursor.slip(e.getMessage(), CORRECT);
        }
    }

    /// The element that is drawn, or null: then the value here is passed over, or kept when it is of an unknown kind.
    private Id drawn(String text, String key, SortedMap<String, String> unknown) {
        Id id = parts.id(text);
        String wrong = id == null ? null : references.wrongOnDrawing(ANY, id);
        if (wrong == null && id != null) {
            return id;
        }
        if (id != null && references.isForeign(id)) {
            unknown.put(key, cursor.raw());
        } else {
            if (wrong != null) {
                cursor.slip(wrong, "Delete its place, or add the element.");
            }
            cursor.skip();
        }
        return null;
    }

    /// The layout without the places of elements that could not be read.
    static Layout without(Layout layout, Collection<Id> gone) {
        return gone.isEmpty() ? layout : new Layout(layout.views().stream().map(view -> new View(view.id(),
                view.name(), view.lens(), view.placeById().minusAll(gone), view.bendsById().minusAll(gone),
                view.unknownFields())).toList(), layout.unknownFields());
    }

    private boolean startsList() {
        if (cursor.at(JsonToken.START_ARRAY)) {
            return true;
        }
        cursor.slip("Expected a list, found " + cursor.found() + ".", CORRECT);
        cursor.skip();
        return false;
    }

    private void number(String name, Map<String, Double> numbers) {
        if (cursor.at(JsonToken.VALUE_NUMBER_INT) || cursor.at(JsonToken.VALUE_NUMBER_FLOAT)) {
            numbers.put(name, Double.valueOf(cursor.text()));
        } else {
            cursor.slip("Expected a number, found " + cursor.found() + ".", CORRECT);
            cursor.skip();
        }
    }

    private boolean isTrue() {
        boolean is = cursor.at(JsonToken.VALUE_TRUE);
        if (!is && !cursor.at(JsonToken.VALUE_FALSE)) {
            cursor.slip("Expected true or false, found " + cursor.found() + ".", CORRECT);
            cursor.skip();
        }
        return is;
    }

    private static double coordinate(String name, Map<String, Double> numbers) {
        Double number = numbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException("\"" + name + "\" is missing.");
        }
        return number;
    }
}
