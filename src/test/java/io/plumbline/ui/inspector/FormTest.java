package io.plumbline.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.Sketch;
import io.plumbline.catalog.Catalog;
import io.plumbline.check.Finding;
import io.plumbline.check.Report;
import io.plumbline.edit.Put;
import io.plumbline.model.Attribute;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Place;
import io.plumbline.model.Shape;
import io.plumbline.model.Switch;
import io.plumbline.model.Team;
import io.plumbline.model.VirtualNic;
import io.plumbline.ui.palette.PaletteItem;
import io.plumbline.ui.palette.Placed;
import io.plumbline.ui.palette.Placing;
import io.plumbline.ui.palette.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The form that is made from the records, without the window around it.
@ExtendWith(ApplicationExtension.class)
class FormTest {
    private static final Models MODELS = new Models(Catalog::load);

    private final AtomicReference<Design> design = new AtomicReference<>();
    private final VBox box = new VBox();
    private List<Id> ids;
    private Form form;

    @Start
    void show(Stage stage) {
        stage.setScene(new Scene(box, 320, 900));
        stage.show();
    }

    @ParameterizedTest
    @EnumSource
    void everyAttributeOfEveryKindHasARow(Kind kind, FxRobot robot) {
        if (kind == Kind.ACCEPTED_RISK) {
            return;
        }
        Design with = withOne(kind);
        Element element = with.all(kind).iterator().next();
        robot.interact(() -> {
            open(with, List.of(element));
            unfoldAll();
        });
        long rows = box.lookupAll(".field-row").size();
        long attributes = Shape.of(kind.type()).properties().stream()
                .filter(property -> !property.name().equals("id")).count();
        assertTrue(rows >= attributes, rows + " rows for " + attributes + " attributes");
        robot.interact(() -> form.show(design.get(), List.of(element)));
        assertEquals(with, design.get(), "showing changes nothing");
    }

    @Test
    void aNumberWithItsUnitIsTyped(FxRobot robot) {
        robot.interact(() -> open(twoNics(), nics()));
        type(robot, "linkSpeedMbps", "10G");
        assertEquals(List.of("10000", "10000"), known(nic -> nic.linkSpeedMbps()));
        type(robot, "linkSpeedMbps", "");
        assertEquals(List.of("unset", "unset"), known(nic -> nic.linkSpeedMbps()));
    }

    @Test
    void whatCannotBeReadChangesNothingAndSaysWhy(FxRobot robot) {
        robot.interact(() -> open(twoNics(), nics()));
        type(robot, "jumboPacket", "large");
        assertEquals(List.of("unset", "unset"), known(nic -> nic.jumboPacket()));
        assertEquals("“large” is not a whole number.",
                ((Label) row("jumboPacket").lookup(".message .label")).getText());
        type(robot, "jumboPacket", "9014");
        assertEquals(List.of("9014", "9014"), known(nic -> nic.jumboPacket()));
        assertEquals(null, row("jumboPacket").lookup(".message .label"));
    }

    @Test
    void differentValuesAreCalledMixedAndTypingSetsAll(FxRobot robot) {
        Design different = twoNics();
        Design mixed = different.with(
                Element.with(different.element(new Id("nic1"), PhysicalNic.class), "jumboPacket", 9014));
        robot.interact(() -> open(mixed, nics(mixed)));
        TextField field = field("jumboPacket");
        assertEquals("Mixed: 9014 and 1514", field.getPromptText());
        type(robot, "jumboPacket", "4088");
        assertEquals(List.of("4088", "4088"), known(nic -> nic.jumboPacket()));
    }

    @Test
    void aSwitchIsTurnedOnAndShowsItsDefaultBefore(FxRobot robot) {
        robot.interact(() -> {
            open(twoNics(), nics());
            unfoldAll();
        });
        CheckBox box = (CheckBox) row("rdma.enabled").lookup(".check-box");
        assertEquals("No (default)", box.getText());
        robot.interact(box::fire);
        assertEquals(List.of("true", "true"), known(nic -> nic.rdma().enabled()));
        assertEquals("Yes", box.getText());
    }

    @Test
    void severalWordsAreTicked(FxRobot robot) {
        robot.interact(() -> open(twoNics(), nics()));
        MenuButton button = (MenuButton) row("purposes").lookup(".menu-button.field");
        robot.interact(() -> {
            for (var item : button.getItems()) {
                if (item.getText().equals("CSV") || item.getText().equals("Live migration")) {
                    ((CheckMenuItem) item).setSelected(true);
                    item.fire();
                }
            }
        });
        assertEquals("Live migration, CSV", button.getText());
        assertTrue(nics().stream().allMatch(nic -> nic.purposes().isKnown()));
    }

    @Test
    void aModelOfTheCatalogueIsCopiedIntoTheDesign(FxRobot robot) {
        Design one = Design.empty("Model").with(Switch.of(new Id("sw"), "SW1"));
        robot.interact(() -> open(one, List.of(one.element(new Id("sw")))));
        Element model = Catalog.load().switchModels().getFirst();
        robot.interact(() -> choose("model", model.name()));
        assertEquals(Optional.of(model), design.get().find(model.id()));
        assertTrue(design.get().element(new Id("sw"), Switch.class).model().is(model.id()));
    }

    @Test
    void aMemberIsAddedToATeamAndTakenOutAgain(FxRobot robot) {
        Design team = twoNics().with(Team.of(new Id("team"), "Team1", new Id("hv1")));
        robot.interact(() -> open(team, List.of(team.element(new Id("team")))));
        robot.interact(() -> ((Button) box.lookup("#add-members")).fire());
        robot.interact(() -> choose("members.new.nic", "HV1/NIC2"));
        assertEquals(List.of(new Id("nic2")), members());
        robot.interact(() -> ((Button) box.lookup("#add-members")).fire());
        robot.interact(() -> choose("members.new.nic", "HV1/NIC1"));
        assertEquals(List.of(new Id("nic2"), new Id("nic1")), members());
        robot.interact(() -> ((Button) box.lookup("#item-members-0").getParent().lookup(".small-button")).fire());
        assertEquals(List.of(new Id("nic1")), members());
    }

    @Test
    void onlyNicsOfTheSameHostAreOffered(FxRobot robot) {
        Design team =
                twoNics().with(Host.of(new Id("hv2"), "HV2"), PhysicalNic.of(new Id("far"), "NIC1", new Id("hv2")),
                        Team.of(new Id("team"), "Team1", new Id("hv1")));
        robot.interact(() -> open(team, List.of(team.element(new Id("team")))));
        robot.interact(() -> ((Button) box.lookup("#add-members")).fire());
        ComboBox<?> choices = (ComboBox<?>) row("members.new.nic").lookup(".combo-box");
        assertEquals(List.of("HV1/NIC1", "HV1/NIC2"), choices.getItems().stream().map(Object::toString).toList());
    }

    @Test
    void theOrderOfMigrationNetworksCanBeChanged(FxRobot robot) {
        Design networks = Design.empty("Networks").with(FailoverCluster.of(new Id("hvc"), "HVC"),
                ClusterNetwork.of(new Id("a"), "A"),
                ClusterNetwork.of(new Id("b"), "B"));
        Design ordered =
                networks.with(Element.with(networks.element(new Id("hvc"), FailoverCluster.class), "lmNetworks",
                        List.of("a", "b")));
        robot.interact(() -> open(ordered, List.of(ordered.element(new Id("hvc")))));
        robot.interact(() -> {
            Node line = row("lmNetworks").lookupAll(".small-button").stream()
                    .filter(node -> "Move down".equals(node.getAccessibleText()) && !node.isDisabled()).findFirst()
                    .orElseThrow();
            ((Button) line).fire();
        });
        assertEquals(Attribute.of(List.of(new Id("b"), new Id("a"))),
                design.get().element(new Id("hvc"), FailoverCluster.class).lmNetworks());
    }

    @Test
    void aValuePerVlanIsAdded(FxRobot robot) {
        Design one = Design.empty("Vlans").with(Switch.of(new Id("sw"), "SW1"));
        robot.interact(() -> {
            open(one, List.of(one.element(new Id("sw"))));
            unfoldAll();
        });
        robot.interact(() -> ((Button) box.lookup("#add-igmpSnooping-perVlan")).fire());
        type(robot, "igmpSnooping.perVlan.new", "20");
        assertEquals("{20=true}", design.get().element(new Id("sw"), Switch.class).configuration().igmpSnooping()
                .perVlan().find().orElseThrow().toString());
    }

    @Test
    void aFindingStandsAtTheAttributeItRestsOn(FxRobot robot) {
        Design wrong = Sketch.b0OnOneSwitch().set("WEB", "mode", "unicast").design();
        Report report = Report.of(wrong);
        Finding finding = report.findings().stream()
                .filter(each -> each.evidence().stream().anyMatch(proof -> proof.attribute().equals("mode")
                        && wrong.find(proof.element(), NlbCluster.class).isPresent()))
                .findFirst().orElseThrow();
        robot.interact(() -> {
            open(wrong, List.of(wrong.element(new Id("WEB"))));
            form.show(List.of(finding));
        });
        assertEquals(finding.message(), ((Label) row("mode").lookup(".message .label")).getText());
        robot.interact(() -> form.show(List.of()));
        assertEquals(null, row("mode").lookup(".message .label"));
    }

    @Test
    void onlyWhatSomebodyStatedCanBeListed(FxRobot robot) {
        Design one = Design.empty("Stated").with(Host.of(new Id("hv1"), "HV1"),
                Element.with(VirtualNic.of(new Id("v"), "Mgmt", new Id("hv1")), "vlanId", 20));
        robot.interact(() -> {
            open(one, List.of(one.element(new Id("v"))));
            form.filter("", Form.Showing.CHANGED);
        });
        assertEquals(List.of("vlanId"), shownRows());
        robot.interact(() -> form.filter("spoof", Form.Showing.ALL));
        assertEquals(List.of("macSpoofing"), shownRows());
    }

    // --- the form under test

    private void open(Design shown, List<? extends Element> elements) {
        design.set(shown);
        ids = elements.stream().map(Element::id).toList();
        form = new Form(shown, List.copyOf(elements), MODELS, this::perform, _ -> {});
        box.getChildren().setAll(form);
        box.applyCss();
        box.layout();
    }

    private void perform(Put put) {
        design.set(put.applyTo(design.get()));
        form.show(design.get(), ids.stream().map(id -> design.get().element(id)).toList());
    }

    private void unfoldAll() {
        form.lookupAll(".group-head").stream().map(Button.class::cast)
                .filter(head -> "Folded".equals(head.getAccessibleHelp())).toList().forEach(Button::fire);
    }

    private FieldRow row(String path) {
        return form.findRow(path).orElseGet(() -> (FieldRow) box.lookup("#row-" + path.replace('.', '-')));
    }

    private TextField field(String path) {
        return (TextField) row(path).lookup(".text-field");
    }

    private void type(FxRobot robot, String path, String text) {
        robot.interact(() -> {
            TextField field = field(path);
            field.setText(text);
            field.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "\r", "\r", KeyCode.ENTER, false, false, false, false));
        });
    }

    private void choose(String path, String text) {
        ComboBox<?> choices = (ComboBox<?>) row(path).lookup(".combo-box");
        int at = choices.getItems().stream().map(Object::toString).toList().indexOf(text);
        assertTrue(at >= 0, text + " is not among " + choices.getItems());
        choices.getSelectionModel().select(at);
    }

    private List<String> shownRows() {
        return form.lookupAll(".field-row").stream().map(FieldRow.class::cast)
                .filter(row -> row.isVisible() && isSeen(row)).map(FieldRow::path).toList();
    }

    private static boolean isSeen(Node node) {
        for (Parent up = node.getParent(); up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private List<Id> members() {
        return design.get().element(new Id("team"), Team.class).members().stream().map(member -> member.nic()).toList();
    }

    private static Design twoNics() {
        return Design.empty("NICs").with(Host.of(new Id("hv1"), "HV1"),
                PhysicalNic.of(new Id("nic1"), "NIC1", new Id("hv1")),
                PhysicalNic.of(new Id("nic2"), "NIC2", new Id("hv1")));
    }

    private List<PhysicalNic> nics() {
        return nics(design.get() == null ? twoNics() : design.get());
    }

    private static List<PhysicalNic> nics(Design of) {
        return of.all(PhysicalNic.class).toList();
    }

    private List<String> known(Function<PhysicalNic, Attribute<?>> attribute) {
        return nics().stream().map(attribute).map(held -> held.isUnset() ? "unset"
                : String.valueOf(held.find().orElseThrow())).toList();
    }

    /// A design with an element of this kind, as the palette makes it.
    private static Design withOne(Kind kind) {
        Design room = Sketch.b0().design().with(Switch.of(new Id("more-1"), "More 1"),
                Switch.of(new Id("more-2"), "More 2"));
        if (!room.all(kind).isEmpty()) {
            return room;
        }
        var selections = new ArrayList<List<Id>>();
        selections.add(List.of());
        selections.add(List.of(new Id("more-1"), new Id("more-2")));
        selections.add(room.all(PhysicalNic.class).map(Element::id).limit(2).toList());
        selections.add(room.all(Host.class).map(Element::id).limit(1).toList());
        for (PaletteItem item : PaletteItem.values()) {
            for (List<Id> selection : item.kind() == kind ? selections : List.<List<Id>>of()) {
                Placed placed = Placing.place(item,
                        Site.of(room, Optional.empty(), selection, Optional.of(Place.at(0, 0))));
                if (placed instanceof Placed.Done done) {
                    return done.edit().applyTo(room);
                }
            }
        }
        throw new AssertionError("Nothing makes a " + kind);
    }
}
