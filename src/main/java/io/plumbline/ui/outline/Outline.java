package io.plumbline.ui.outline;

import io.plumbline.check.Finding;
import io.plumbline.diagram.Sign;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import io.plumbline.runbook.Marks;
import io.plumbline.ui.look.Glyph;
import io.plumbline.ui.text.Called;
import io.plumbline.ui.text.NaturalOrder;
import io.plumbline.workbench.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// All elements as a tree, each in what it lies in: the diagram for the keyboard and for screen readers. What is
/// selected here is selected on the canvas.
public final class Outline extends TreeView<Outline.Row> {
    /// A line of the tree: an element, or a heading over elements that lie in nothing.
    public record Row(Optional<Id> element, String heading) {
        static Row of(Id element) {
            return new Row(Optional.of(element), "");
        }
    }

    /// Kinds of which a design holds many and that lie in nothing.
    private static final Map<Kind, String> HEADINGS = Map.of(Kind.CABLE, "Cables", Kind.VLAN, "VLANs",
            Kind.SWITCH_MODEL, "Models", Kind.NIC_MODEL, "Models", Kind.EVIDENCE, "Test results", Kind.ACCEPTED_RISK,
            "Accepted risks");

    private final Consumer<List<Id>> select;
    private final Map<Row, TreeItem<Row>> items = new HashMap<>();
    private Map<Id, Sign> signById = Map.of();
    private State shown;
    private boolean following;

    public Outline(Consumer<List<Id>> select) {
        this.select = select;
        setId("outline");
        setShowRoot(false);
        setFixedCellSize(24);
        setRoot(new TreeItem<>(Row.of(Design.PROJECT)));
        getRoot().setExpanded(true);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setCellFactory(_ -> new Cell());
        getSelectionModel().getSelectedItems().subscribe(() -> {
            if (!following) {
                List<Id> ids = getSelectionModel().getSelectedItems().stream().filter(item -> item != null)
                        .flatMap(item -> item.getValue().element().stream()).toList();
                this.select.accept(ids);
            }
        });
    }

    /// Follows the state while the tree is seen; a tree that nobody sees costs nothing.
    public void show(State now) {
        boolean sameElements = shown != null && shown.design().elementsByKind() == now.design().elementsByKind();
        boolean sameReport = shown != null && shown.report() == now.report();
        boolean sameSelection = shown != null && shown.selection().equals(now.selection());
        shown = now;
        following = true;
        if (!sameElements) {
            rebuild(now.design());
        }
        if (!sameReport) {
            signById = signs(now);
            refresh();
        }
        if (!sameSelection || !sameElements) {
            showSelection(now);
        }
        following = false;
    }

    private void rebuild(Design design) {
        Map<Row, List<Element>> children = new LinkedHashMap<>();
        Set<Row> seen = new HashSet<>();
        design.all().filter(element -> element.kind() != Kind.PROJECT).forEach(element -> {
            Row around = Containment.container(design, element).map(Row::of).orElseGet(() -> HEADINGS
                    .containsKey(element.kind()) ? new Row(Optional.empty(), HEADINGS.get(element.kind()))
                            : getRoot().getValue());
            seen.add(Row.of(element.id()));
            children.computeIfAbsent(around, _ -> new ArrayList<>()).add(element);
        });
        items.keySet().removeIf(row -> row.element().isPresent() && !seen.contains(row));
        fill(design, getRoot(), children);
        HEADINGS.values().stream().distinct().sorted().map(heading -> new Row(Optional.empty(), heading))
                .filter(children::containsKey).forEach(row -> {
                    TreeItem<Row> item = items.computeIfAbsent(row, TreeItem::new);
                    fill(design, item, children);
                    getRoot().getChildren().add(item);
                });
    }

    /// Puts the items in place, keeping those that were there, so that what was open stays open.
    private void fill(Design design, TreeItem<Row> parent, Map<Row, List<Element>> children) {
        List<Element> inside = new ArrayList<>(children.getOrDefault(parent.getValue(), List.of()));
        inside.sort(Comparator.comparing(Element::kind)
                .thenComparing(element -> label(design, element), NaturalOrder.OF_NAMES));
        var wanted = new ArrayList<TreeItem<Row>>();
        for (Element element : inside) {
            TreeItem<Row> item = items.computeIfAbsent(Row.of(element.id()), TreeItem::new);
            if (element.kind() == Kind.FAILOVER_CLUSTER && item.getChildren().isEmpty()) {
                item.setExpanded(true);
            }
            fill(design, item, children);
            wanted.add(item);
        }
        if (!parent.getChildren().equals(wanted)) {
            parent.getChildren().setAll(wanted);
        }
    }

    private void showSelection(State now) {
        getSelectionModel().clearSelection();
        for (Id id : now.selection()) {
            TreeItem<Row> item = items.get(Row.of(id));
            if (item != null) {
                for (TreeItem<Row> up = item.getParent(); up != null; up = up.getParent()) {
                    up.setExpanded(true);
                }
                getSelectionModel().select(item);
            }
        }
        now.primary().map(Row::of).map(items::get).ifPresent(item -> {
            int row = getRow(item);
            if (row >= 0) {
                scrollTo(Math.max(0, row - 4));
            }
        });
    }

    private static Map<Id, Sign> signs(State state) {
        var signs = new HashMap<Id, Sign>();
        state.report().toDos().forEach(toDo -> signs.put(toDo.element(), Sign.TO_DO));
        for (Finding finding : state.report().findings().reversed()) {
            signs.put(finding.primary(), Marks.sign(finding.severity()));
        }
        return signs;
    }

    private static String label(Design design, Element element) {
        String name = element.name().isBlank() ? Called.in(design, element).replaceFirst("^the cable from ", "")
                : element.name();
        return name.isEmpty() ? element.kind().display() : name;
    }

    private final class Cell extends TreeCell<Row> {
        Cell() {
            // Long names are shortened rather than making the tree wider than its panel.
            prefWidthProperty().bind(Outline.this.widthProperty().subtract(14));
        }

        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            setGraphic(null);
            setAccessibleText("");
            if (empty || row == null || shown == null) {
                return;
            }
            if (row.element().isEmpty()) {
                setText(row.heading() + "  " + getTreeItem().getChildren().size());
                return;
            }
            shown.design().find(row.element().get()).ifPresent(this::show);
        }

        private void show(Element element) {
            String label = label(shown.design(), element);
            var name = new Label(label);
            name.setMinWidth(0);
            name.setStyle("-fx-text-fill: inherit;");
            var space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            var line = new HBox(6, Glyph.icon(element.kind().icon(), 14), name, space);
            line.setAlignment(Pos.CENTER_LEFT);
            Sign sign = signById.get(element.id());
            if (sign != null) {
                line.getChildren().add(Glyph.sign(sign, 13));
            }
            setGraphic(line);
            setAccessibleText(element.kind().display() + " " + label
                    + (sign == null ? "" : ", " + sign.cssName().replace('-', ' ')));
        }
    }
}
