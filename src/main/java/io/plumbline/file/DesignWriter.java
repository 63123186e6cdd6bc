package io.plumbline.file;

import io.plumbline.file.Lines.Style;
import io.plumbline.model.Attribute;
import io.plumbline.model.Bend;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import io.plumbline.model.Layout;
import io.plumbline.model.Part;
import io.plumbline.model.Place;
import io.plumbline.model.Project;
import io.plumbline.model.Property;
import io.plumbline.model.Quantity;
import io.plumbline.model.Shape;
import io.plumbline.model.Type;
import io.plumbline.model.View;
import io.plumbline.model.Word;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;

/// Writes a design: always the same text for the same design.
final class DesignWriter {
    private static final SortedMap<String, String> NOTHING = Collections.emptySortedMap();

    private final Lines lines = new Lines();
    private final StringWriter text = new StringWriter();
    private final JsonGenerator out = Json.FACTORY.createGenerator(new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return lines;
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }, text);

    private DesignWriter() {}

    static String write(Design design) {
        DesignWriter writer = new DesignWriter();
        writer.design(design);
        writer.out.close();
        return writer.text.append('\n').toString();
    }

    private void design(Design design) {
        start(Style.BLOCK);
        out.writeName("formatVersion").writeNumber(Formats.ALL.current());
        Project project = design.project();
        out.writeName(ProjectFields.TITLE).writeString(project.name());
        SortedMap<String, String> projectUnknown = project.about().unknownFields();
        for (Property property : Shape.of(Project.class).properties()) {
            if (ProjectFields.isOne(property.name())) {
                property(Shape.of(Project.class), project, property, projectUnknown);
            }
        }
        SortedMap<String, String> unknown = new TreeMap<>(projectUnknown);
        unknown.putAll(design.unknownFields());
        unknown.keySet().removeAll(List.of("formatVersion", ProjectFields.TITLE, "elements", "layout"));
        unknown.keySet().removeIf(ProjectFields::isOne);
        here(unknown);
        out.writeName("elements");
        elements(design);
        out.writeName("layout");
        layout(design);
        out.writeEndObject();
    }

    private void elements(Design design) {
        start(Style.BLOCK);
        for (Kind kind : Kind.values()) {
            Collection<Element> elements = design.all(kind);
            if (kind == Kind.PROJECT || elements.isEmpty()) {
                continue;
            }
            out.writeName(kind.word());
            startList(Style.BLOCK);
            for (Element element : elements) {
                start(Style.GROUP);
                fields(element, element.about().unknownFields());
                out.writeEndObject();
            }
            out.writeEndArray();
        }
        SortedMap<String, String> foreign = FieldPath.under("elements", design.unknownFields());
        for (String key : FieldPath.here(foreign)) {
            out.writeName(FieldPath.name(key));
            foreign(foreign.get(key));
        }
        out.writeEndObject();
    }

    /// Elements of a kind that this version does not know, laid out like all others.
    private void foreign(String json) {
        try (JsonParser parser = Json.parser(json)) {
            Cursor cursor = new Cursor(parser);
            if (cursor.next() != JsonToken.START_ARRAY) {
                out.writeRawValue(json);
                return;
            }
            startList(Style.BLOCK);
            while (cursor.next() != JsonToken.END_ARRAY) {
                if (cursor.at(JsonToken.START_OBJECT)) {
                    start(Style.GROUP);
                    cursor.fields(name -> out.writeName(name).writeRawValue(cursor.raw()));
                    out.writeEndObject();
                } else {
                    out.writeRawValue(cursor.raw());
                }
            }
            out.writeEndArray();
        }
    }

    private void fields(Part part, SortedMap<String, String> unknown) {
        Shape<?> shape = Shape.of(part.getClass());
        for (Property property : shape.properties()) {
            property(shape, part, property, unknown);
        }
        if (!unknown.isEmpty()) {
            SortedMap<String, String> others = new TreeMap<>(unknown);
            others.keySet().removeIf(key -> shape.propertyByName().containsKey(FieldPath.name(key)));
            here(others);
        }
    }

    private void property(Shape<?> shape, Part part, Property property, SortedMap<String, String> unknown) {
        SortedMap<String, String> inside = unknown.isEmpty() ? NOTHING
                : FieldPath.under(FieldPath.segment(property.name()), unknown);
        switch (shape.get(part, property)) {
            case Attribute.Unset<?> _ -> {
                // Nobody said anything, so nothing is written.
            }
            case Attribute.Unknown<?> _ -> out.writeName(property.name()).writeNull();
            case Attribute.Known<?>(Object value) -> {
                out.writeName(property.name());
                value(property.type(), value, inside);
            }
            case Object value when property.required() || !inside.isEmpty() || !isBlank(shape, property, value) -> {
                out.writeName(property.name());
                value(property.type(), value, inside);
            }
            default -> {
                // The standard value.
            }
        }
    }

    private static boolean isBlank(Shape<?> shape, Property property, Object value) {
        Object blank = shape.blanks().get(property.component());
        if (property.inner() >= 0) {
            Shape<?> inner = Shape.of(((Part) blank).getClass());
            return inner.get((Part) blank, inner.properties().get(property.inner())).equals(value);
        }
        return blank.equals(value);
    }

    private void value(Type type, Object value, SortedMap<String, String> unknown) {
        switch (type) {
            case Type.Text _,Type.Notation _,Type.Day _,Type.Reference _ -> out.writeString(value.toString());
            case Type.Truth _ -> out.writeBoolean((Boolean) value);
            case Type.Whole _ -> out.writeNumber(((Number) value).longValue());
            case Type.Measure _ -> out.writeNumber(((Quantity) value).amount());
            case Type.OneOf one when Scalars.isNumeric(one) -> out.writeNumber(((Word) value).word());
            case Type.OneOf _ -> out.writeString(((Word) value).word());
            case Type.ListOf(Type item) -> items(item, (Collection<?>) value, unknown);
            case Type.SetOf(Type item) -> items(item, (Collection<?>) value, unknown);
            case Type.MapOf(Type key, Type of) -> {
                start(Style.LINE);
                ((Map<?, ?>) value).forEach((name, each) -> {
                    out.writeName(name instanceof Word word ? word.word() : name.toString());
                    value(of, each, NOTHING);
                });
                out.writeEndObject();
            }
            case Type.Group _ -> {
                start(Style.LINE);
                fields((Part) value, unknown);
                out.writeEndObject();
            }
        }
    }

    private void items(Type item, Collection<?> items, SortedMap<String, String> unknown) {
        startList(Style.LINE);
        List<String> keys = unknown.isEmpty() ? List.of()
                : FieldPath.itemKeys(items.stream().map(Part.class::cast).toList());
        int i = 0;
        for (Object each : items) {
            value(item, each, keys.isEmpty() ? NOTHING : FieldPath.under(keys.get(i), unknown));
            i++;
        }
        out.writeEndArray();
    }

    private void layout(Design design) {
        Layout layout = design.layout();
        start(Style.BLOCK);
        out.writeName("views");
        startList(Style.BLOCK);
        for (View view : layout.views()) {
            view(design, view);
        }
        out.writeEndArray();
        SortedMap<String, String> unknown = new TreeMap<>(layout.unknownFields());
        unknown.remove("views");
        here(unknown);
        out.writeEndObject();
    }

    private void view(Design design, View view) {
        start(Style.BLOCK);
        out.writeName("id").writeString(view.id());
        out.writeName("name").writeString(view.name());
        out.writeName("lens").writeString(view.lens());
        nodes(design, view, FieldPath.under("nodes", view.unknownFields()));
        edges(design, view, FieldPath.under("edges", view.unknownFields()));
        SortedMap<String, String> unknown = new TreeMap<>(view.unknownFields());
        unknown.keySet().removeAll(List.of("id", "name", "lens", "nodes", "edges"));
        here(unknown);
        out.writeEndObject();
    }

    private void nodes(Design design, View view, SortedMap<String, String> unknown) {
        TreeSet<String> ids = drawn(design, view.placeById(), unknown);
        if (ids.isEmpty()) {
            return;
        }
        out.writeName("nodes");
        start(Style.BLOCK);
        for (String id : ids) {
            Place place = view.placeById().get(new Id(id));
            out.writeName(id);
            if (place == null) {
                out.writeRawValue(unknown.get(FieldPath.segment(id)));
                continue;
            }
            start(Style.LINE);
            point(place.x(), place.y());
            if (place.pinned()) {
                out.writeName("pinned").writeBoolean(true);
            }
            here(FieldPath.under(FieldPath.segment(id), unknown));
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    private void edges(Design design, View view, SortedMap<String, String> unknown) {
        TreeSet<String> ids = drawn(design, view.bendsById(), unknown);
        if (ids.isEmpty()) {
            return;
        }
        out.writeName("edges");
        start(Style.BLOCK);
        for (String id : ids) {
            List<Bend> bends = view.bendsById().get(new Id(id));
            out.writeName(id);
            if (bends == null) {
                out.writeRawValue(unknown.get(FieldPath.segment(id)));
                continue;
            }
            SortedMap<String, String> inside = FieldPath.under(FieldPath.segment(id), unknown);
            start(Style.LINE);
            out.writeName("bends");
            startList(Style.LINE);
            for (Bend bend : bends) {
                start(Style.LINE);
                point(bend.x(), bend.y());
                here(FieldPath.under("bends/" + FieldPath.key(bend), inside));
                out.writeEndObject();
            }
            out.writeEndArray();
            here(inside);
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    /// What is drawn and exists, and what was drawn of kinds that this version does not know.
    private static TreeSet<String> drawn(Design design, Map<Id, ?> drawn, SortedMap<String, String> unknown) {
        TreeSet<String> ids = new TreeSet<>();
        drawn.keySet().stream().filter(id -> design.find(id).isPresent()).forEach(id -> ids.add(id.text()));
        FieldPath.here(unknown).stream().map(FieldPath::name).filter(id -> design.find(new Id(id)).isEmpty())
                .forEach(ids::add);
        return ids;
    }

    private void point(double x, double y) {
        out.writeName("x").writeNumber(number(x));
        out.writeName("y").writeNumber(number(y));
    }

    /// Without exponent, without decimals that say nothing.
    private static String number(double value) {
        long whole = (long) value;
        return whole == value ? Long.toString(whole) : new BigDecimal(Double.toString(value)).toPlainString();
    }

    /// The fields that stand right here and that this version does not know, sorted by name.
    private void here(SortedMap<String, String> unknown) {
        for (String key : FieldPath.here(unknown)) {
            out.writeName(FieldPath.name(key)).writeRawValue(unknown.get(key));
        }
    }

    private void start(Style style) {
        lines.next(style);
        out.writeStartObject();
    }

    private void startList(Style style) {
        lines.next(style);
        out.writeStartArray();
    }
}
