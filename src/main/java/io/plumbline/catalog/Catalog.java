package io.plumbline.catalog;

import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import io.plumbline.model.NicModel;
import io.plumbline.model.SwitchModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The device catalogue: what switch and NIC models can do, each figure with its source. One file per model.
///
/// A design holds its own copy of every model it uses, so that a design says the same whatever catalogue a later version
/// of the program ships.
///
/// @param modelById the models by their id, which is the name of their file
public record Catalog(SortedMap<Id, Element> modelById) {

    private static final Catalog SHIPPED = read();

    public Catalog {
        modelById = Collections.unmodifiableSortedMap(new TreeMap<>(modelById));
    }

    /// The catalogue that comes with the program.
    public static Catalog load() {
        return SHIPPED;
    }

    public List<SwitchModel> switchModels() {
        return all(SwitchModel.class);
    }

    public List<NicModel> nicModels() {
        return all(NicModel.class);
    }

    public Optional<Element> find(Id id) {
        return Optional.ofNullable(modelById.get(id));
    }

    /// The model with this id, which must be in the catalogue.
    public Element model(Id id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("The catalogue has no model \"" + id + "\"."));
    }

    /// The design with its own copy of a model; the design itself when it has one already, which is never overwritten.
    public Design withModel(Design design, Id id) {
        return design.find(id).isPresent() ? design : design.with(model(id));
    }

    private <E extends Element> List<E> all(Class<E> type) {
        return modelById.values().stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static Catalog read() {
        ObjectMapper json = new ObjectMapper();
        SortedMap<Id, Element> models = new TreeMap<>();
        for (String slug : text("index.txt").lines().toList()) {
            models.put(new Id(slug), model(slug, json.readTree(text(slug + ".json"))));
        }
        return new Catalog(models);
    }

    private static Element model(String slug, JsonNode entry) {
        Kind kind = Kind.findByWord(entry.path("kind").asString());
        Id id = new Id(slug);
        String name = entry.path("name").asString();
        Element model = kind == Kind.SWITCH_MODEL ? SwitchModel.of(id, name) : NicModel.of(id, name);
        for (Map.Entry<String, JsonNode> attribute : entry.properties()) {
            if (!attribute.getKey().equals("kind")) {
                model = Element.with(model, attribute.getKey(), value(attribute.getValue()));
            }
        }
        return model;
    }

    private static Object value(JsonNode node) {
        if (node.isArray()) {
            List<Object> items = new ArrayList<>();
            node.forEach(item -> items.add(value(item)));
            return items;
        }
        return node.isBoolean() ? (Object) node.booleanValue()
                : node.isInt() ? (Object) node.intValue() : node.asString();
    }

    private static String text(String file) {
        try (InputStream in = Catalog.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The catalogue file " + file + " is missing.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The catalogue file " + file + " cannot be read.", e);
        }
    }
}
