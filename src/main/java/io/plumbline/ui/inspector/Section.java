package io.plumbline.ui.inspector;

import io.plumbline.ui.look.Glyph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Rows that belong together, under a heading that folds them. The rows are made when they are first seen: a form has
/// some sixty of them, and most people look at ten.
final class Section extends VBox {
    private final Button head;
    private final Label count = new Label();
    private final VBox content = new VBox();
    private final List<FieldRow> rows = new ArrayList<>();
    private List<Slot> slots;
    private Map<String, List<FieldRow.Remark>> remarks = Map.of();
    private Predicate<FieldRow> shown = _ -> true;
    private boolean folded;

    Section(String id, String title, List<Slot> slots) {
        this.slots = slots;
        getStyleClass().add("group");
        setId("section-" + id);
        head = new Button(title);
        head.setId("fold-" + id);
        head.getStyleClass().setAll("button", "group-head");
        head.setMaxWidth(Double.MAX_VALUE);
        head.setOnAction(_ -> fold(!folded));
        HBox.setHgrow(head, Priority.ALWAYS);
        count.getStyleClass().add("caption");
        var line = new HBox(head, count);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setPadding(new Insets(0, 0, 0, -4));
        getChildren().addAll(line, content);
        boolean empty = slots.stream().noneMatch(Slot::isStated);
        fold(empty && !id.equals("general"));
    }

    void show(List<Slot> now) {
        slots = now;
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).show(now.get(i));
        }
        showCount();
    }

    /// Shows what is wrong with which attribute; a section with something wrong unfolds.
    void showRemarks(Map<String, List<FieldRow.Remark>> byPath) {
        remarks = byPath;
        boolean any = slots.stream().anyMatch(slot -> byPath.containsKey(slot.path()));
        if (any && folded) {
            fold(false);
        }
        rows.forEach(row -> row.show(byPath.getOrDefault(row.path(), List.of())));
    }

    /// Shows only some of the rows, and itself only with at least one.
    void filter(Predicate<FieldRow> wanted, Predicate<Slot> wantedSlot, boolean unfold) {
        shown = wanted;
        boolean any = slots.stream().anyMatch(wantedSlot);
        setVisible(any);
        setManaged(any);
        if (any && unfold) {
            fold(false);
        }
        applyFilter();
    }

    boolean has(String path) {
        return slots.stream().anyMatch(slot -> slot.path().equals(path));
    }

    /// The row of an attribute, unfolded.
    FieldRow row(String path) {
        if (folded) {
            fold(false);
        }
        return rows.stream().filter(row -> row.path().equals(path)).findFirst().orElseThrow();
    }

    private void fold(boolean fold) {
        folded = fold;
        head.setGraphic(Glyph.icon(fold ? "chevR" : "chevD", 14));
        head.setAccessibleHelp(fold ? "Folded" : "Unfolded");
        if (!fold && rows.isEmpty()) {
            for (Slot slot : slots) {
                var row = new FieldRow(slot);
                row.show(remarks.getOrDefault(slot.path(), List.of()));
                rows.add(row);
            }
            content.getChildren().setAll(rows);
        }
        content.setVisible(!fold);
        content.setManaged(!fold);
        showCount();
        applyFilter();
    }

    /// How many attributes a folded section hides that somebody stated.
    private void showCount() {
        long stated = slots.stream().filter(Slot::isStated).count();
        count.setText(folded && stated > 0 ? stated + " set" : "");
    }

    private void applyFilter() {
        for (FieldRow row : rows) {
            boolean visible = shown.test(row);
            row.setVisible(visible);
            row.setManaged(visible);
        }
    }
}
