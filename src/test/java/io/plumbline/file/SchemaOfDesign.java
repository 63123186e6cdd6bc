package io.plumbline.file;

import io.plumbline.model.AttributeText;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.IpInterface;
import io.plumbline.model.IpPrefix;
import io.plumbline.model.Kind;
import io.plumbline.model.KindPage;
import io.plumbline.model.Mac;
import io.plumbline.model.Part;
import io.plumbline.model.Property;
import io.plumbline.model.Shape;
import io.plumbline.model.Type;
import io.plumbline.model.VlanSet;
import io.plumbline.model.Word;
import java.util.Map;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes the published JSON Schema out of the records and their pages.
final class SchemaOfDesign {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Map<Class<?>, String> PATTERNS = Map.of(
            Id.class, "^[^\\u0000-\\u001F\\u007F-\\u009F]{1,200}$",
            Mac.class, "^([0-9A-Fa-f]{2}(-[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}"
                    + "|[0-9A-Fa-f]{4}(\\.[0-9A-Fa-f]{4}){2}|[0-9A-Fa-f]{12})$",
            IpAddress.class, "^([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)$",
            IpPrefix.class, "^([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)/[0-9]{1,3}$",
            IpInterface.class, "^([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)/[0-9]{1,3}$",
            VlanSet.class, "^(all|none|[0-9]{1,4}(-[0-9]{1,4})?(,[0-9]{1,4}(-[0-9]{1,4})?)*)$");

    private SchemaOfDesign() {}

    static String text() {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(new DefaultIndenter("  ", "\n"));
        return MAPPER.writer().with(printer).writeValueAsString(schema()) + "\n";
    }

    private static ObjectNode schema() {
        ObjectNode schema = MAPPER.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:plumbline:design:" + DesignFile.FORMAT_VERSION);
        schema.put("title", "Plumbline design, format version " + DesignFile.FORMAT_VERSION);
        schema.put("description",
                "A *.plumb file: the network of a Hyper-V cluster, and its drawing apart. Absent means"
                        + " that the default holds, null that nobody knows. Fields that are not listed here are kept as they "
                        + "are.");
        schema.put("type", "object");
        schema.putArray("required").add("formatVersion");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("formatVersion").put("title", "Format version").put("description",
                "The version of this format.").put("const", DesignFile.FORMAT_VERSION);
        KindPage page = KindPage.of(Kind.PROJECT);
        for (Property property : Shape.of(Kind.PROJECT.type()).properties()) {
            if (!property.name().equals("id")) {
                boolean title = property.name().equals("name");
                properties.set(title ? ProjectFields.TITLE : property.name(),
                        property(property, property.name(), page));
            }
        }
        ObjectNode elements = properties.putObject("elements");
        elements.put("title", "Elements").put("description", "The network, by kind.").put("type", "object");
        ObjectNode kinds = elements.putObject("properties");
        properties.set("layout", layout());
        ObjectNode definitions = schema.putObject("$defs");
        for (Kind kind : Kind.values()) {
            if (kind != Kind.PROJECT) {
                KindPage its = KindPage.of(kind);
                ObjectNode list = kinds.putObject(kind.word());
                list.put("title", its.title()).put("description", its.sentence()).put("type", "array");
                list.putObject("items").put("$ref", "#/$defs/" + kind.word());
                ObjectNode definition = definitions.putObject(kind.word());
                definition.put("title", its.title()).put("description", its.sentence());
                group(definition, Shape.of(kind.type()), "", its);
            }
        }
        return schema;
    }

    private static void group(ObjectNode schema, Shape<?> shape, String prefix, KindPage page) {
        schema.put("type", "object");
        ArrayNode required = MAPPER.createArrayNode();
        ObjectNode properties = MAPPER.createObjectNode();
        for (Property property : shape.properties()) {
            properties.set(property.name(), property(property, prefix + property.name(), page));
            if (property.required()) {
                required.add(property.name());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        schema.set("properties", properties);
    }

    private static ObjectNode property(Property property, String path, KindPage page) {
        ObjectNode schema = MAPPER.createObjectNode();
        if (path.equals("id")) {
            schema.put("title", "Id").put("description", "Identity: other elements refer to it, and it never changes.");
        } else {
            AttributeText text = page.text(path);
            schema.put("title", text.label());
            schema.put("description", text.meaning()
                    + (text.standard().isBlank() ? "" : " Default: " + text.standard() + "."));
        }
        type(schema, property.type(), path, page);
        if (property.attribute() || property.type() instanceof Type.Group) {
            orNull(schema);
        }
        return schema;
    }

    private static void orNull(ObjectNode schema) {
        String type = schema.path("type").asString();
        schema.putArray("type").add(type).add("null");
        if (schema.path("enum") instanceof ArrayNode words) {
            words.addNull();
        }
    }

    private static void type(ObjectNode schema, Type type, String path, KindPage page) {
        switch (type) {
            case Type.Text _ -> schema.put("type", "string");
            case Type.Truth _ -> schema.put("type", "boolean");
            case Type.Whole(Class<?> java) when java == Long.class -> schema.put("type", "integer")
                    .put("minimum", Long.MIN_VALUE).put("maximum", Long.MAX_VALUE);
            case Type.Whole _ -> schema.put("type", "integer").put("minimum", Integer.MIN_VALUE)
                    .put("maximum", Integer.MAX_VALUE);
            case Type.Measure _ -> schema.put("type", "integer").put("minimum", 0).put("maximum", most(type));
            case Type.OneOf one -> {
                boolean numeric = Scalars.isNumeric(one);
                schema.put("type", numeric ? "integer" : "string");
                ArrayNode words = schema.putArray("enum");
                for (Word word : one.words()) {
                    if (numeric) {
                        words.add(Integer.parseInt(word.word()));
                    } else {
                        words.add(word.word());
                    }
                }
            }
            case Type.Notation(Class<?> java) -> schema.put("type", "string").put("pattern", PATTERNS.get(java));
            case Type.Day _ -> schema.put("type", "string").put("format", "date");
            case Type.Reference(_, boolean orName) -> {
                schema.put("type", "string").put("$comment", type.describe());
                if (!orName) {
                    schema.put("pattern", PATTERNS.get(Id.class));
                }
            }
            case Type.ListOf(Type item) -> {
                schema.put("type", "array");
                type(schema.putObject("items"), item, path + "[]", page);
            }
            case Type.SetOf(Type item) -> {
                schema.put("type", "array").put("uniqueItems", true);
                type(schema.putObject("items"), item, path + "[]", page);
            }
            case Type.MapOf(Type key, Type value) -> {
                schema.put("type", "object");
                key(schema.putObject("propertyNames"), key);
                type(schema.putObject("additionalProperties"), value, path, page);
            }
            case Type.Group(Class<? extends Part> group) -> group(schema, Shape.of(group), path + ".", page);
        }
    }

    private static void key(ObjectNode schema, Type key) {
        switch (key) {
            case Type.OneOf one -> {
                ArrayNode words = schema.putArray("enum");
                one.words().forEach(word -> words.add(word.word()));
            }
            case Type.Measure _ -> schema.put("pattern", "^[0-9]+$");
            case Type.Reference _ -> schema.put("pattern", PATTERNS.get(Id.class));
            default -> schema.put("type", "string");
        }
    }

    /// The largest number that a unit takes: it takes all below it, so halving finds it.
    private static int most(Type type) {
        int taken = 0;
        int refused = Integer.MAX_VALUE;
        while (refused - taken > 1) {
            int middle = taken + (refused - taken) / 2;
            try {
                type.coerce(middle);
                taken = middle;
            } catch (IllegalArgumentException _) {
                refused = middle;
            }
        }
        return taken;
    }

    private static ObjectNode layout() {
        ObjectNode layout = described("Layout", "The drawing: says nothing about the network.", "object");
        ObjectNode views = described("Views", "The first is the one that is shown.", "array");
        layout.putObject("properties").set("views", views);
        ObjectNode view = described("View", "One drawing of the design.", "object");
        views.set("items", view);
        view.putArray("required").add("id");
        ObjectNode properties = view.putObject("properties");
        properties.set("id", described("Id", "Identity among the views.", "string"));
        properties.set("name", described("Name", "As people know it.", "string"));
        properties.set("lens", described("Lens", "How it is coloured. Default: physical.", "string"));
        ObjectNode nodes = described("Places", "Where elements stand, by id; the others are placed automatically.",
                "object");
        properties.set("nodes", nodes);
        ObjectNode node = point("Place", "The upper left corner of an element.");
        ((ObjectNode) node.get("properties")).set("pinned",
                described("Pinned", "Whether automatic layout leaves it where it is. Default: false.", "boolean"));
        nodes.set("additionalProperties", node);
        ObjectNode edges = described("Cables led by hand", "By the id of the cable.", "object");
        properties.set("edges", edges);
        ObjectNode edge = described("Way", "The way of a cable.", "object");
        edges.set("additionalProperties", edge);
        ObjectNode bends = described("Bends", "The points it is led through.", "array");
        edge.putObject("properties").set("bends", bends);
        bends.set("items", point("Bend", "A point on the way."));
        return layout;
    }

    private static ObjectNode point(String title, String description) {
        ObjectNode point = described(title, description, "object");
        point.putArray("required").add("x").add("y");
        ObjectNode properties = point.putObject("properties");
        properties.set("x", described("X", "To the right, in pixels at 100 %.", "number").put("minimum", -1e7)
                .put("maximum", 1e7));
        properties.set("y", described("Y", "Downwards, in pixels at 100 %.", "number").put("minimum", -1e7)
                .put("maximum", 1e7));
        return point;
    }

    private static ObjectNode described(String title, String description, String type) {
        return MAPPER.createObjectNode().put("title", title).put("description", description).put("type", type);
    }
}
