package io.plumbline.ui.inspector;

import io.plumbline.catalog.Catalog;
import io.plumbline.check.Finding;
import io.plumbline.check.Severity;
import io.plumbline.diagram.Sign;
import io.plumbline.edit.Edit;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import io.plumbline.runbook.Marks;
import io.plumbline.ui.look.Glyph;
import io.plumbline.ui.text.Called;
import io.plumbline.ui.text.Words;
import io.plumbline.workbench.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Everything about the selected elements, to be read and changed: one element, or several at once.
public final class Inspector extends VBox {
    private static final int MOST_CHIPS = 6;
    private static final int MOST_MESSAGES = 3;

    /// What the inspector asks of the window.
    public interface Wishes {
        void perform(Edit edit);

        void select(List<Id> ids);

        void open(Finding finding);
    }

    private final Wishes wishes;
    private final Models models;
    private final VBox head = new VBox();
    private final VBox content = new VBox();
    private final TextField search = new TextField();
    private final ToggleButton changed = new ToggleButton(null, Glyph.icon("filter", 14));
    private final HBox tools = new HBox(6, Glyph.icon("search", 14), search, changed);
    private final ScrollPane scroll = new ScrollPane(content);
    private Optional<Form> form = Optional.empty();
    private State shown;

    /// @param catalog where models are chosen from
    public Inspector(Wishes wishes, Supplier<Catalog> catalog) {
        this.wishes = wishes;
        this.models = new Models(catalog);
        setId("inspector");
        head.getStyleClass().add("inspector-head");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        search.setId("inspector-search");
        search.setPromptText("Find an attribute");
        search.textProperty().subscribe(this::filter);
        changed.setId("inspector-changed");
        changed.getStyleClass().addAll("ghost", "small-button");
        changed.setTooltip(new Tooltip("Only what somebody stated"));
        changed.setAccessibleText("Only what somebody stated");
        changed.selectedProperty().subscribe(this::filter);
        HBox.setHgrow(search, Priority.ALWAYS);
        tools.getStyleClass().add("search-field");
        getChildren().addAll(head, scroll);
    }

    public void show(State state) {
        boolean same = shown != null && shown.design() == state.design() && shown.report() == state.report()
                && shown.selection().equals(state.selection());
        shown = state;
        if (same) {
            return;
        }
        List<Element> selected = state.selected();
        if (selected.isEmpty()) {
            selected = List.of(state.design().project());
        }
        boolean oneKind = selected.stream().map(Element::kind).distinct().count() == 1;
        if (oneKind && form.filter(each -> each.fits(state.selected().isEmpty()
                ? List.of(state.design().project()) : state.selected())).isPresent()) {
            form.get().show(state.design(), selected);
        } else {
            form = oneKind ? Optional.of(new Form(state.design(), selected, models, wishes::perform, wishes::open))
                    : Optional.empty();
            scroll.setVvalue(0);
        }
        showHead(state, selected);
        showContent(state, selected);
        filter();
    }

    /// Puts the focus on an attribute, or on the first one.
    public void edit(String path) {
        form.flatMap(each -> each.findRow(path)).ifPresent(row -> {
            Node control = row.control();
            (control.isFocusTraversable() ? control : control.lookup(".text-field")).requestFocus();
        });
    }

    private void filter() {
        form.ifPresent(each -> each.filter(search.getText(),
                changed.isSelected() ? Form.Showing.CHANGED : Form.Showing.ALL));
    }

    private void showHead(State state, List<Element> selected) {
        var title = new Label(title(selected));
        title.setId("inspector-title");
        title.getStyleClass().add("title");
        title.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var line = new HBox(8, Glyph.icon(icon(selected), 18), title, space);
        line.setAlignment(Pos.CENTER_LEFT);
        List<Finding> findings = findings(state, selected);
        for (Severity severity : Severity.values()) {
            long count = findings.stream().filter(finding -> finding.severity() == severity).count();
            if (count > 0) {
                line.getChildren().addAll(Glyph.sign(Marks.sign(severity), 15), figure(count));
            }
        }
        var above = new ArrayList<Node>();
        above.add(line);
        if (selected.size() > 1) {
            above.add(chips(state, selected));
        } else {
            String place = selected.getFirst().kind() == Kind.PROJECT
                    ? "Nothing selected: these are the design's own properties."
                    : selected.getFirst().kind().display();
            var caption = new Label(place);
            caption.getStyleClass().add("caption");
            caption.setWrapText(true);
            VBox.setMargin(caption, new Insets(-6, 0, 0, 26));
            above.add(caption);
        }
        arrange(head, above, List.of(tools), List.of());
    }

    /// Shows new nodes around those that stay. What stays is not taken out and put back, because its styles would be
    /// worked out anew and it would lose the focus.
    private static void arrange(VBox box, List<Node> above, List<Node> staying, List<Node> below) {
        List<Node> children = box.getChildren();
        int at = staying.isEmpty() ? -1 : children.indexOf(staying.getFirst());
        if (at < 0) {
            children.clear();
            children.addAll(staying);
        } else {
            children.subList(at + staying.size(), children.size()).clear();
            children.subList(0, at).clear();
        }
        children.addAll(0, above);
        children.addAll(below);
    }

    private void showContent(State state, List<Element> selected) {
        var above = new ArrayList<Node>();
        if (selected.size() > 1) {
            var banner = new Label(form.isPresent()
                    ? "Changes apply to " + (selected.size() == 2 ? "both" : "all " + selected.size())
                            + ", as one undo step."
                    : "Select elements of one kind to change them together.");
            banner.setId("inspector-banner");
            banner.getStyleClass().add("banner");
            banner.setMaxWidth(Double.MAX_VALUE);
            VBox.setMargin(banner, new Insets(10, 14, 0, 14));
            above.add(banner);
        }
        Set<Id> ids = selected.stream().map(Element::id).collect(Collectors.toSet());
        List<Finding> findings = findings(state, selected);
        List<Finding> general = form.map(each -> each.show(findings)).orElse(findings);
        var messages = new VBox(4);
        VBox.setMargin(messages, new Insets(10, 14, 4, 14));
        List<Finding> own = general.stream().filter(finding -> ids.contains(finding.primary())).limit(MOST_MESSAGES)
                .toList();
        own.forEach(finding -> messages.getChildren().add(FieldRow.message(new FieldRow.Remark(
                Marks.sign(finding.severity()), finding.message(), () -> wishes.open(finding)))));
        general.stream().filter(finding -> !own.contains(finding)).findFirst().ifPresent(next -> {
            int more = general.size() - own.size();
            var link = new Hyperlink(more + (own.isEmpty() ? " " : " more ") + (more == 1 ? "finding" : "findings")
                    + (more == 1 ? " concerns" : " concern") + (selected.size() == 1 ? " it" : " them"));
            link.setOnAction(_ -> wishes.open(next));
            messages.getChildren().add(link);
        });
        state.report().toDos().stream().filter(each -> ids.contains(each.element())).limit(MOST_MESSAGES)
                .forEach(each -> messages.getChildren()
                        .add(FieldRow.message(new FieldRow.Remark(Sign.TO_DO, each.text(), () -> {}))));
        if (!messages.getChildren().isEmpty()) {
            above.add(messages);
        }
        arrange(content, above, form.stream().<Node>map(each -> each).toList(), selected.size() == 1
                ? List.of(new FactsSection(state.design(), selected.getFirst(), wishes)) : List.of());
    }

    private static String title(List<Element> selected) {
        Element first = selected.getFirst();
        if (selected.size() == 1) {
            return first.name().isBlank() ? first.kind().display() : first.name();
        }
        boolean oneKind = selected.stream().map(Element::kind).distinct().count() == 1;
        return oneKind ? Words.count(selected.size(), first.kind()) : selected.size() + " elements";
    }

    private static String icon(List<Element> selected) {
        boolean oneKind = selected.stream().map(Element::kind).distinct().count() == 1;
        return oneKind && selected.getFirst().kind() != Kind.PROJECT ? selected.getFirst().kind().icon() : "select";
    }

    private Node chips(State state, List<Element> selected) {
        var chips = new FlowPane(4, 4);
        selected.stream().limit(MOST_CHIPS).forEach(each -> {
            var chip = new Label(Called.in(state.design(), each));
            chip.getStyleClass().add("chip");
            chip.setOnMouseClicked(_ -> wishes.select(List.of(each.id())));
            chips.getChildren().add(chip);
        });
        if (selected.size() > MOST_CHIPS) {
            var rest = new Label("and " + (selected.size() - MOST_CHIPS) + " more");
            rest.getStyleClass().add("chip");
            chips.getChildren().add(rest);
        }
        return chips;
    }

    private static List<Finding> findings(State state, List<Element> selected) {
        var findings = new LinkedHashSet<Finding>();
        selected.forEach(each -> findings.addAll(state.report().about(each.id())));
        Set<Id> ids = selected.stream().map(Element::id).collect(Collectors.toSet());
        return findings.stream().sorted(Comparator.comparing(finding -> !ids.contains(finding.primary()))).toList();
    }

    private static Label figure(long count) {
        var label = new Label(String.valueOf(count));
        label.getStyleClass().add("figures-strong");
        return label;
    }
}
