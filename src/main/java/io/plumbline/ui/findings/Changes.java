package io.plumbline.ui.findings;

import io.plumbline.edit.Difference;
import io.plumbline.edit.Edit;
import io.plumbline.model.Attribute;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Property;
import io.plumbline.model.Shape;
import io.plumbline.ui.inspector.Explained;
import io.plumbline.ui.text.Called;
import io.plumbline.ui.text.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Exactly what an edit would change, one line for each attribute, and for each element that comes or goes.
final class Changes extends VBox {
    private static final int MOST_ITEMS = 6;

    /// One line.
    ///
    /// @param what   the element, and its attribute
    /// @param before what goes, or ""
    /// @param after  what comes, or ""
    record Line(String what, String before, String after) {
        @Override
        public String toString() {
            return what + ": " + before + (before.isEmpty() || after.isEmpty() ? "" : " → ") + after;
        }
    }

    private Changes() {
        super(3);
        setId("changes");
        getStyleClass().add("diff");
    }

    static List<Line> lines(Design before, Edit edit) {
        Design after = edit.applyTo(before);
        return Difference.between(before, after).stream().map(each -> line(before, after, each)).toList();
    }

    /// @param most how many lines at most; what is left out is counted
    static Changes of(List<Line> lines, int most) {
        var changes = new Changes();
        int shown = lines.size() <= most ? lines.size() : most - 1;
        lines.subList(0, shown).forEach(line -> changes.getChildren().add(flow(line)));
        if (shown < lines.size()) {
            var more = new Label("and " + (lines.size() - shown) + " more changes");
            more.getStyleClass().add("caption");
            changes.getChildren().add(more);
        }
        return changes;
    }

    private static TextFlow flow(Line line) {
        var flow = new TextFlow(text(line.what() + "  ", "diff-what"));
        flow.getStyleClass().add("change");
        if (!line.before().isEmpty()) {
            flow.getChildren().add(text(line.before(), "diff-gone"));
        }
        if (!line.before().isEmpty() && !line.after().isEmpty()) {
            flow.getChildren().add(text("  →  ", "diff-arrow"));
        }
        if (!line.after().isEmpty()) {
            flow.getChildren().add(text(line.after(), "diff-new"));
        }
        return flow;
    }

    private static Text text(String words, String style) {
        var text = new Text(words);
        text.getStyleClass().add(style);
        return text;
    }

    private static Line line(Design before, Design after, Difference difference) {
        return switch (difference) {
            case Difference.Added(Element element) ->
                    new Line("New " + Words.one(element.kind()), "", name(before, after, element.id())
                            + stated(before, after, element));
            case Difference.Removed(Element element) ->
                    new Line("Goes: " + Words.one(element.kind()), name(before, after, element.id()), "");
            case Difference.Changed(Element element, String path, Object old, Object now) -> {
                String what = name(before, after, element.id()) + ", " + Explained.label(element.kind(), path);
                Optional<Collection<?>> gone = items(old);
                Optional<Collection<?>> come = items(now);
                if (gone.isPresent() && come.isPresent() && gone.get().size() + come.get().size() > MOST_ITEMS) {
                    yield new Line(what, only(before, after, element, path, gone.get(), come.get(), "without "),
                            only(before, after, element, path, come.get(), gone.get(), "with "));
                }
                yield new Line(what, words(before, after, element, path, old), words(before, after, element, path,
                        now));
            }
        };
    }

    /// What of a long list the other one does not hold.
    private static String only(Design before, Design after, Element element, String path, Collection<?> items,
            Collection<?> others, String preposition) {
        List<?> own = items.stream().filter(Predicate.not(others::contains)).toList();
        return own.isEmpty() ? "" : preposition + words(before, after, element, path, own);
    }

    private static Optional<Collection<?>> items(Object held) {
        Object plain = held instanceof Attribute<?> attribute ? attribute.find().orElse(null) : held;
        return plain instanceof Collection<?> items ? Optional.of(items) : Optional.empty();
    }

    /// What a new element says of itself beside its name.
    private static String stated(Design before, Design after, Element element) {
        Shape<? extends Element> shape = Shape.of(element.getClass());
        List<String> stated = new ArrayList<>();
        for (Property property : shape.properties()) {
            Object held = shape.get(element, property);
            boolean blank = held instanceof Attribute.Unset<?>
                    || held instanceof Collection<?> items && items.isEmpty()
                    || shape.blanks().contains(held);
            if (!blank && !property.name().equals("id") && !property.name().equals("name")) {
                stated.add(Explained.label(element.kind(), property.name()) + " "
                        + words(before, after, element, property.name(), held));
            }
        }
        return stated.isEmpty() ? "" : stated.stream().collect(Collectors.joining(", ", " (", ")"));
    }

    private static String words(Design before, Design after, Element element, String path, Object held) {
        return Explained.value(element.kind(), path, held, id -> name(before, after, id));
    }

    private static String name(Design before, Design after, Id id) {
        return after.find(id).map(element -> Called.in(after, element))
                .or(() -> before.find(id).map(element -> Called.in(before, element))).orElse(id.text());
    }
}
