package io.plumbline.ui.inspector;

import io.plumbline.check.Finding;
import io.plumbline.check.Proof;
import io.plumbline.edit.Put;
import io.plumbline.model.About;
import io.plumbline.model.Attribute;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import io.plumbline.model.Part;
import io.plumbline.model.Property;
import io.plumbline.model.Shape;
import io.plumbline.model.Type;
import io.plumbline.runbook.Marks;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.layout.VBox;

/// All attributes of the selected elements of one kind, in sections made from the kind's record: its own attributes,
/// what is inlined, each group of settings, and what every element has.
final class Form extends VBox {
    private static final String GENERAL = "general";
    private static final String REMARKS = "remarks";

    private final Kind kind;
    private final List<Id> ids;
    private final Models models;
    private final Consumer<Put> perform;
    private final Consumer<Finding> open;
    private final SequencedMap<String, Section> sections = new LinkedHashMap<>();

    /// @param elements all of one kind
    Form(Design design, List<Element> elements, Models models, Consumer<Put> perform, Consumer<Finding> open) {
        this.models = models;
        this.kind = elements.getFirst().kind();
        this.ids = elements.stream().map(Element::id).toList();
        this.perform = perform;
        this.open = open;
        slots(design, elements).forEach((id, slots) -> {
            var section = new Section(id, title(id), slots);
            sections.put(id, section);
            getChildren().add(section);
        });
    }

    /// Whether this form edits just these elements.
    boolean fits(List<Element> elements) {
        return elements.stream().map(Element::id).toList().equals(ids);
    }

    void show(Design design, List<Element> elements) {
        slots(design, elements).forEach((id, slots) -> sections.get(id).show(slots));
    }

    /// Shows findings at the attributes that they rest on; returns those that rest on none of them.
    List<Finding> show(List<Finding> findings) {
        var remarks = new HashMap<String, List<FieldRow.Remark>>();
        var left = new ArrayList<Finding>();
        for (Finding finding : findings) {
            Set<String> paths = finding.evidence().stream().filter(proof -> ids.contains(proof.element()))
                    .map(Proof::attribute).filter(this::hasRow).collect(Collectors.toSet());
            if (paths.isEmpty()) {
                left.add(finding);
            }
            paths.forEach(path -> remarks.computeIfAbsent(path, _ -> new ArrayList<>()).add(remark(finding)));
        }
        sections.values().forEach(section -> section.showRemarks(remarks));
        return left;
    }

    FieldRow.Remark remark(Finding finding) {
        return new FieldRow.Remark(Marks.sign(finding.severity()), finding.message(), () -> open.accept(finding));
    }

    /// Shows the attributes with this word in their names, and with `changed` only those that somebody stated.
    void filter(String word, Showing changed) {
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        sections.values().forEach(section -> section.filter(
                row -> isShown(row.path(), wanted) && (changed == Showing.ALL || row.isStated()),
                slot -> isShown(slot.path(), wanted) && (changed == Showing.ALL || slot.isStated()),
                !wanted.isEmpty() || changed == Showing.CHANGED));
    }

    enum Showing {
        ALL, CHANGED
    }

    /// The row of an attribute, when there is one.
    Optional<FieldRow> findRow(String path) {
        return sections.values().stream().filter(section -> section.has(path)).findFirst()
                .map(section -> section.row(path));
    }

    private boolean hasRow(String path) {
        return sections.values().stream().anyMatch(section -> section.has(path));
    }

    private boolean isShown(String path, String word) {
        return (Explanations.of(kind).of(path).label() + " " + path).toLowerCase(Locale.ROOT).contains(word);
    }

    private SequencedMap<String, List<Slot>> slots(Design design, List<Element> elements) {
        var around = new Slot.Around(design, elements, Explanations.of(kind), models);
        Shape<?> shape = Shape.of(elements.getFirst().getClass());
        var bySection = new LinkedHashMap<String, List<Slot>>();
        bySection.put(GENERAL, new ArrayList<>());
        List<Optional<Part>> parts = elements.stream().map(each -> Optional.<Part>of(each)).toList();
        for (Property property : shape.properties()) {
            if (property.name().equals("id")) {
                continue;
            }
            if (property.type() instanceof Type.Group(Class<? extends Part> group)
                    && !property.name().equals("signedNote")) {
                bySection.put(property.name(), nested(property, group, parts, around));
            } else {
                bySection.computeIfAbsent(section(shape, property), _ -> new ArrayList<>())
                        .add(slot(property.name(), property, Rows.held(property, parts), around));
            }
        }
        List<Slot> remarks = bySection.remove(REMARKS);
        bySection.put(REMARKS, remarks);
        return bySection;
    }

    private List<Slot> nested(Property outer, Class<? extends Part> group, List<Optional<Part>> owners,
            Slot.Around around) {
        List<Optional<Part>> parts = Rows.held(outer, owners).stream().map(held -> held.find().map(Part.class::cast))
                .toList();
        var slots = new ArrayList<Slot>();
        for (Property property : Shape.of(group).properties()) {
            String path = outer.name() + "." + property.name();
            slots.add(slot(path, property, Rows.held(property, parts), around));
        }
        return slots;
    }

    private Slot slot(String path, Property property, List<Attribute<?>> held, Slot.Around around) {
        return new Slot(path, path, property.type(), held,
                property.attribute() ? Slot.Need.OPTIONAL : Slot.Need.REQUIRED, around,
                wanted -> perform.accept(models.withModels(around.design(), Put.set(around.elements(), path,
                        Rows.plain(property, wanted), around.explanations().of(path).name()), wanted)));
    }

    /// Inlined parts that are not what every element has make a section of their own.
    private static String section(Shape<?> shape, Property property) {
        if (property.inner() < 0 || property.name().equals("name")) {
            return GENERAL;
        }
        RecordComponent component = shape.type().getRecordComponents()[property.component()];
        return component.getType() == About.class ? REMARKS : component.getName();
    }

    private String title(String section) {
        return switch (section) {
            case GENERAL -> "General";
            case REMARKS -> "Notes and flags";
            case "configuration" -> "Configuration";
            default -> Explanations.of(kind).of(section).label();
        };
    }
}
