package io.plumbline.file;

import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import io.plumbline.model.Layout;
import io.plumbline.model.Part;
import io.plumbline.model.Project;
import io.plumbline.model.Shape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// One pass over a file of today's format, from its first to its last token.
final class Reading {
    private static final Plan PROJECT = Plan.of(Project.class);

    private final Cursor cursor;
    private final References references;
    private final PartReader parts;
    private final LayoutReader layouts;
    private final Draft project = new Draft(PROJECT);
    private final SortedMap<String, String> projectUnknown = new TreeMap<>();
    private final SortedMap<String, String> unknown = new TreeMap<>();
    private final Map<Id, Element> elementById = new LinkedHashMap<>();
    private final Map<Id, Kind> others = new HashMap<>();
    private final Set<Id> foreign = new HashSet<>();
    private Layout layout = Layout.EMPTY;

    Reading(Cursor cursor, References references) {
        this.cursor = cursor;
        this.references = references;
        parts = new PartReader(cursor, references);
        layouts = new LayoutReader(cursor, parts, references);
        project.put(PROJECT.slot("id"), Design.PROJECT);
        others.put(Design.PROJECT, Kind.PROJECT);
    }

    void read() {
        cursor.next();
        cursor.fields(this::field);
        if (cursor.next() != null) {
            cursor.slip("Something follows after the end of the design.", "Delete what follows.");
        }
        project.keep(projectUnknown);
    }

    /// Whether something is wrong, about which only a reading that knows all elements can say everything.
    boolean needsAnother() {
        return !references.tell()
                && (!cursor.slips().isEmpty() || !foreign.isEmpty() || references.anyWrong(this::isListed));
    }

    private boolean isListed(Id id) {
        return elementById.containsKey(id) || others.containsKey(id);
    }

    /// All elements that the file lists, those among them that could not be read.
    Map<Id, Kind> kindById() {
        Map<Id, Kind> kindById = new HashMap<>(others);
        elementById.forEach((id, element) -> kindById.put(id, element.kind()));
        return kindById;
    }

    Set<Id> foreign() {
        return foreign;
    }

    /// @throws IllegalArgumentException when a reference leads nowhere, which the first reading does not tell
    Opened opened(Source source, int version) {
        Set<Id> gone = takeWhatHangsInTheAir();
        Design design = Design.of((Project) project.make(), elementById.values()).withUnknownFields(unknown);
        return new Opened(design.withLayout(LayoutReader.without(layout, gone)),
                LinesOf.problems(source, cursor.slips()), version);
    }

    private void field(String name) {
        Plan.Slot slot = name.equals(ProjectFields.TITLE) ? PROJECT.slot("name")
                : ProjectFields.isOne(name) ? PROJECT.slot(name) : null;
        if (slot != null) {
            parts.read(project, slot, projectUnknown);
        } else if (name.equals("elements")) {
            cursor.fields(this::kind);
        } else if (name.equals("layout")) {
            layout = layouts.layout();
        } else if (!name.equals("formatVersion")) {
            unknown.put(FieldPath.segment(name), cursor.raw());
        }
    }

    private void kind(String word) {
        Kind kind = Kind.findByWord(word);
        if (kind == null) {
            String json = cursor.raw();
            unknown.put("elements/" + FieldPath.segment(word), json);
            foreignIds(json);
        } else if (kind == Kind.PROJECT) {
            cursor.slip("The project has no place here; its attributes stand at the top of the file.",
                    "Move them there.");
            cursor.skip();
        } else if (cursor.at(JsonToken.START_ARRAY)) {
            while (cursor.next() != JsonToken.END_ARRAY) {
                element(kind);
            }
        } else {
            cursor.slip("Expected a list, found " + cursor.found() + ".", "Correct it.");
            cursor.skip();
        }
    }

    private void element(Kind kind) {
        long start = cursor.offset();
        Element element = parts.element(kind);
        if (element == null) {
            Id id = parts.lastId();
            if (id != null) {
                noteUnreadable(id, kind);
            }
            return;
        }
        if (others.containsKey(element.id()) || elementById.putIfAbsent(element.id(), element) != null) {
            cursor.slip(start, cursor.path(), "The id \"" + element.id() + "\" is taken already.",
                    "Give one of the two another id.");
        }
    }

    private void noteUnreadable(Id id, Kind kind) {
        if (!elementById.containsKey(id)) {
            others.putIfAbsent(id, kind);
        }
    }

    private void foreignIds(String json) {
        try (JsonParser parser = Json.parser(json)) {
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth == 2 && token == JsonToken.VALUE_STRING && "id".equals(parser.currentName())) {
                    Id id = parts.id(parser.getString());
                    if (id != null) {
                        foreign.add(id);
                    }
                }
            }
        }
    }

    /// Takes out references to elements that could not be read, and the elements that have no meaning without them.
    ///
    /// @return all elements that are listed in the file and are not there
    private Set<Id> takeWhatHangsInTheAir() {
        Set<Id> gone = new HashSet<>(others.keySet());
        gone.remove(Design.PROJECT);
        boolean changes = !gone.isEmpty();
        while (changes) {
            changes = false;
            for (Element element : List.copyOf(elementById.values())) {
                Optional<? extends Part> left = Shape.of(element.getClass()).without(element, gone::contains);
                if (left.isEmpty()) {
                    elementById.remove(element.id());
                    gone.add(element.id());
                    changes = true;
                } else {
                    elementById.put(element.id(), (Element) left.get());
                }
            }
        }
        return gone;
    }
}
