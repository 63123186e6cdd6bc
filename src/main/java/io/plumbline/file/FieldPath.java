package io.plumbline.file;

import io.plumbline.model.Attribute;
import io.plumbline.model.Bend;
import io.plumbline.model.Part;
import io.plumbline.model.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The keys under which fields are kept that this version does not know: names with `/` in between, `members/n-1/colour`.
///
/// An item of a list is named by its first attribute (the NIC of a team member, the address of a VIP), not by its
/// place: when the list is sorted anew, its unknown fields go along, and when the item goes, they go.
final class FieldPath {

    private FieldPath() {}

    static String segment(String name) {
        return name.indexOf('/') < 0 && name.indexOf('~') < 0 ? name : name.replace("~", "~0").replace("/", "~1");
    }

    static String name(String segment) {
        return segment.replace("~1", "/").replace("~0", "~");
    }

    /// The segments of the items of a list.
    static List<String> itemKeys(List<? extends Part> items) {
        List<String> keys = new ArrayList<>();
        Map<String, Integer> timesByKey = new HashMap<>();
        for (Part item : items) {
            Shape<?> shape = Shape.of(item.getClass());
            Object first = shape.get(item, shape.properties().getFirst());
            Object value = first instanceof Attribute<?> attribute ? attribute.find().orElse(null) : first;
            String key = segment(value == null ? "" : value.toString());
            int times = timesByKey.merge(key, 1, Integer::sum);
            keys.add(times == 1 ? key : key + "#" + times);
        }
        return keys;
    }

    /// The segment of a bend among the bends of a cable.
    static String key(Bend bend) {
        return bend.x() + " " + bend.y();
    }

    /// Takes over the fields that were found inside `segment`.
    static void addUnder(String segment, Map<String, String> inside, Map<String, String> fields) {
        inside.forEach((key, json) -> fields.put(segment + "/" + key, json));
    }

    /// The fields inside `segment`, by the keys they have there.
    static SortedMap<String, String> under(String segment, SortedMap<String, String> fields) {
        if (fields.isEmpty()) {
            return fields;
        }
        SortedMap<String, String> inside = new TreeMap<>();
        String start = segment + "/";
        fields.tailMap(start).entrySet().stream().takeWhile(field -> field.getKey().startsWith(start))
                .forEach(field -> inside.put(field.getKey().substring(start.length()), field.getValue()));
        return inside;
    }

    /// The keys of the fields that stand right here, not further inside.
    static List<String> here(SortedMap<String, String> fields) {
        return fields.isEmpty() ? List.of() : fields.keySet().stream().filter(key -> key.indexOf('/') < 0).toList();
    }
}
