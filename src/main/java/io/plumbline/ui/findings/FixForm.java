package io.plumbline.ui.findings;

import io.plumbline.check.Finding;
import io.plumbline.check.Remedies;
import io.plumbline.check.Remedy;
import io.plumbline.check.Report;
import io.plumbline.runbook.Marks;
import io.plumbline.ui.look.Glyph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What can be done about some findings: their quick fixes, and beside them exactly what each would change.
public final class FixForm extends HBox {
    private static final double CELL = 42;
    private static final int MOST_LINES = 200;

    /// Something that can be done.
    public sealed interface Offer {
        String label();

        Finding finding();

        /// A quick fix, tried before.
        record Repair(Finding finding, Remedy remedy) implements Offer {
            @Override
            public String label() {
                return remedy.label();
            }
        }

        /// The same for all findings of the rule.
        record All(Finding finding, int count) implements Offer {
            @Override
            public String label() {
                return "Fix all " + count + " findings of " + finding.rule() + "…";
            }
        }

        /// To live with it.
        record Risk(Finding finding) implements Offer {
            @Override
            public String label() {
                return "Accept as a risk…";
            }
        }
    }

    private final Report report;
    private final ListView<Offer> offers = new ListView<>();
    private final VBox preview = new VBox(8);
    private final Label trying = new Label("Trying the quick fixes…");

    /// @param elsewhere runs the trials
    /// @param here      runs what the view sees
    public FixForm(Report report, List<Finding> findings, Executor elsewhere, Executor here) {
        super(14);
        this.report = report;
        trying.setId("fixes-trying");
        trying.getStyleClass().add("caption");
        offers.setId("fix-offers");
        offers.setFixedCellSize(CELL);
        offers.setPlaceholder(trying);
        offers.setCellFactory(_ -> new Cell());
        offers.setMinWidth(300);
        offers.setPrefSize(300, 300);
        offers.getSelectionModel().selectedItemProperty().subscribe(this::preview);
        var scroll = new ScrollPane(preview);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefSize(440, 300);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(offers, scroll);
        new Latest<List<Offer>>(elsewhere, here, this::show).ask(() -> offers(report, findings));
    }

    private static List<Offer> offers(Report report, List<Finding> findings) {
        var offers = new ArrayList<Offer>();
        for (Finding finding : findings) {
            List<Remedy> remedies = Remedies.of(report, finding);
            remedies.forEach(remedy -> offers.add(new Offer.Repair(finding, remedy)));
            int alike = (int) report.findings().stream().filter(each -> each.rule().equals(finding.rule())).count();
            boolean named = offers.stream().anyMatch(
                    each -> each instanceof Offer.All && each.finding().rule().equals(finding.rule()));
            if (!remedies.isEmpty() && alike > 1 && !named) {
                offers.add(new Offer.All(finding, alike));
            }
        }
        findings.forEach(finding -> offers.add(new Offer.Risk(finding)));
        return offers;
    }

    private void show(List<Offer> found) {
        offers.getItems().setAll(found);
        trying.setText("");
        offers.getSelectionModel().selectFirst();
        offers.requestFocus();
    }

    public Optional<Offer> chosen() {
        return Optional.ofNullable(offers.getSelectionModel().getSelectedItem());
    }

    /// What Enter and a double click in the list do.
    public void onAccept(Runnable accept) {
        offers.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                accept.run();
                event.consume();
            }
        });
        offers.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                accept.run();
            }
        });
    }

    /// Whether there is nothing to apply yet.
    public BooleanBinding nothingChosen() {
        return Bindings.isNull(offers.getSelectionModel().selectedItemProperty());
    }

    /// The words of the button that does what is chosen.
    public StringBinding verb() {
        return Bindings.createStringBinding(() -> switch (offers.getSelectionModel().getSelectedItem()) {
            case null -> "Apply fix";
            case Offer.Repair _ -> "Apply fix";
            case Offer.All _ -> "Choose…";
            case Offer.Risk _ -> "Accept risk…";
        }, offers.getSelectionModel().selectedItemProperty());
    }

    private void preview() {
        preview.getChildren().clear();
        chosen().ifPresent(offer -> {
            var line = new HBox(8, Glyph.sign(Marks.sign(offer.finding().severity()), 16),
                    text(offer.finding().message(), "card-text"));
            line.setAlignment(Pos.TOP_LEFT);
            preview.getChildren().add(line);
            preview.getChildren().addAll(switch (offer) {
                case Offer.Repair(_, Remedy remedy) -> {
                    List<Changes.Line> lines = Changes.lines(report.design(), remedy.edit());
                    yield List.<Node>of(text(lines.size() == 1 ? "Changes one thing, as one step that can be undone:"
                            : "Changes " + lines.size() + " things, as one step that can be undone:", "caption"),
                            Changes.of(lines, MOST_LINES));
                }
                case Offer.All all -> List.<Node>of(text("Choose which of the " + all.count()
                        + " findings are cured, and see what changes before anything does.", "caption"));
                case Offer.Risk _ -> List.<Node>of(text(
                        "The finding stays listed as accepted, with who and why; the runbook prints it.", "caption"));
            });
        });
    }

    private static Label text(String words, String style) {
        var label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static final class Cell extends ListCell<Offer> {
        @Override
        protected void updateItem(Offer offer, boolean empty) {
            super.updateItem(offer, empty);
            setText(null);
            if (empty || offer == null) {
                setGraphic(null);
                return;
            }
            var label = new Label(offer.label());
            label.getStyleClass().add("strong");
            var about = new Label(offer.finding().rule() + "  " + offer.finding().page().title());
            about.getStyleClass().add("caption");
            var texts = new VBox(label, about);
            texts.setAlignment(Pos.CENTER_LEFT);
            texts.setMaxWidth(276);
            texts.setPadding(new Insets(2, 0, 2, 0));
            setGraphic(texts);
        }
    }
}
