package io.plumbline.ui.inspector;

import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What follows for an element from the drawing: to be read, not to be set. A line that speaks of another element
/// leads there.
final class FactsSection extends VBox {

    FactsSection(Design design, Element element, Inspector.Wishes wishes) {
        List<Fact> facts = Fact.of(design, element);
        setVisible(!facts.isEmpty());
        setManaged(!facts.isEmpty());
        getStyleClass().add("group");
        setId("section-facts");
        var head = new Label("From the drawing");
        head.getStyleClass().add("strong");
        head.setStyle("-fx-font-size: 12px;");
        head.setPadding(new Insets(2, 0, 4, 0));
        getChildren().add(head);
        facts.forEach(fact -> getChildren().add(line(fact, wishes)));
    }

    private static HBox line(Fact fact, Inspector.Wishes wishes) {
        var name = new Label(fact.name());
        name.getStyleClass().add("fact-name");
        name.setMinWidth(100);
        name.setPrefWidth(100);
        name.setWrapText(true);
        var line = new HBox(8, name);
        line.setMinHeight(24);
        Optional<Id> element = fact.element();
        if (element.isPresent()) {
            var link = new Hyperlink(fact.value());
            link.setOnAction(_ -> wishes.select(List.of(element.get())));
            line.getChildren().add(link);
        } else {
            var value = new Label(fact.value());
            value.getStyleClass().add("fact-value");
            value.setWrapText(true);
            HBox.setHgrow(value, Priority.ALWAYS);
            line.getChildren().add(value);
        }
        return line;
    }
}
