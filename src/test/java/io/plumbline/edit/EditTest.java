package io.plumbline.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.model.AcceptedRisk;
import io.plumbline.model.Attribute;
import io.plumbline.model.Bend;
import io.plumbline.model.Bytes;
import io.plumbline.model.Cable;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Place;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EditTest {
    private static final Id HOST = new Id("h-1");
    private static final Id NIC_1 = new Id("n-1");
    private static final Id NIC_2 = new Id("n-2");
    private static final Id CABLE = new Id("c-1");
    private static final Design DESIGN = Design.empty("Small").with(Host.of(HOST, "HV1"),
            PhysicalNic.of(NIC_1, "NIC1", HOST), PhysicalNic.of(NIC_2, "NIC 2", HOST),
            Switch.of(new Id("sw-1"), "SW1"), SwitchPort.of(new Id("p-1"), "te1/0/1", new Id("sw-1")),
            Cable.of(CABLE, "", NIC_1, new Id("p-1")));

    private static List<Element> nics() {
        return List.of(DESIGN.element(NIC_1), DESIGN.element(NIC_2));
    }

    private static AcceptedRisk risk(String rule, String reason, String author) {
        return Element.with(Element.with(Element.with(Element.with(AcceptedRisk.of(new Id("r-1"), ""), "ruleId", rule),
                "reason", reason), "author", author), "elements", List.of(HOST));
    }

    @Test
    void labelsReadAsTheMenuSaysThem() {
        Map<String, Edit> editByLabel = Map.ofEntries(
                Map.entry("Set JumboPacket of 2 NICs", Put.set(nics(), "jumboPacket", 9014, "JumboPacket")),
                Map.entry("Set JumboPacket of NIC \"NIC 2\"",
                        Put.set(List.of(DESIGN.element(NIC_2)), "jumboPacket", 9014, "JumboPacket")),
                Map.entry("Rename host HV1", Put.set(List.of(DESIGN.element(HOST)), "name", "HV9", "Name")),
                Map.entry("Rename design", Put.set(List.of(DESIGN.project()), "name", "Big", "Title")),
                Map.entry("Add host HV1", Put.add(DESIGN.element(HOST))),
                Map.entry("Add 2 NICs", Put.add(nics())),
                Map.entry("Delete host HV1", Remove.of(DESIGN, List.of(HOST))),
                Map.entry("Delete cable", Remove.of(DESIGN, List.of(CABLE))),
                Map.entry("Delete 2 NICs", Remove.of(DESIGN, List.of(NIC_1, NIC_2))),
                Map.entry("Move 3 elements", Move.of(DESIGN,
                        Map.of(HOST, Place.at(0, 0), NIC_1, Place.at(8, 0), CABLE, Place.at(16, 0)))),
                Map.entry("Move host HV1", Move.of(DESIGN, Map.of(HOST, Place.at(0, 0)))),
                Map.entry("Lead cable by hand", Move.ofCable(DESIGN, CABLE, List.of(new Bend(1, 2)))),
                Map.entry("Lead cable automatically", Move.ofCable(DESIGN, CABLE, List.of())),
                Map.entry("Accept NLB020", new Accept(risk("NLB020", "appliances ordered", "DVH"))),
                Map.entry("Import rack", new Several("Import rack", Put.add(DESIGN.element(HOST)))));
        editByLabel.forEach((label, edit) -> assertEquals(label, edit.label()));
    }

    @Test
    void kindsOfElementReadRightInTheSingularAndThePlural() {
        assertEquals("virtual switches", Wording.many(io.plumbline.model.Kind.VIRTUAL_SWITCH));
        assertEquals("VLANs", Wording.many(io.plumbline.model.Kind.VLAN));
        assertEquals("NIC team", Wording.one(io.plumbline.model.Kind.TEAM));
        assertEquals("layer-3 interfaces", Wording.many(io.plumbline.model.Kind.L3_INTERFACE));
    }

    @Test
    void oneValueIsSetOnSeveralElements() {
        Design changed = Put.set(nics(), "jumboPacket", 9014, "JumboPacket").applyTo(DESIGN);
        for (Id id : List.of(NIC_1, NIC_2)) {
            assertEquals(Attribute.of(new Bytes(9014)), changed.element(id, PhysicalNic.class).jumboPacket());
        }
        assertTrue(Put.set(nics(), "jumboPacket", Attribute.unknown(), "JumboPacket").applyTo(changed)
                .element(NIC_1, PhysicalNic.class).jumboPacket().isUnknown());
    }

    @Test
    void anElementThatHangsInTheAirCannotBePut() {
        Put put = Put.add(PhysicalNic.of(new Id("n-9"), "NIC9", new Id("h-9")));
        assertEquals(Optional.of("\"host\" of physicalNic \"n-9\" refers to \"h-9\", which does not exist."),
                put.obstacle(DESIGN));
        assertThrows(IllegalArgumentException.class, () -> put.applyTo(DESIGN));
    }

    @Test
    void deletingAHostTakesItsNicsAndTheirCables() {
        Design left = Remove.of(DESIGN, List.of(HOST)).applyTo(DESIGN);
        assertEquals(List.of("project", "sw-1", "p-1"), left.all().map(element -> element.id().text()).toList());
    }

    @Test
    void whatIsNotThereCannotBeDeletedAndTheDesignNever() {
        assertEquals(Optional.of("There is nothing to delete."), new Remove("", Set.of()).obstacle(DESIGN));
        assertEquals(Optional.of("There is nothing to delete."),
                new Remove("", Set.of(new Id("h-9"))).obstacle(DESIGN));
        assertEquals(Optional.of("The design as a whole cannot be deleted."),
                new Remove("", Set.of(HOST, Design.PROJECT)).obstacle(DESIGN));
    }

    @Test
    void movingChangesNoElement() {
        Design moved = Move.of(DESIGN, Map.of(HOST, Place.at(80, 40))).applyTo(DESIGN);
        assertSame(DESIGN.elementById(), moved.elementById());
        assertSame(DESIGN.elementsByKind(), moved.elementsByKind());
        assertEquals(Map.of(HOST, Place.at(80, 40)), moved.layout().view().placeById());
        assertSame(moved, Move.of(moved, Map.of(HOST, Place.at(80, 40))).applyTo(moved));
    }

    @Test
    void whatIsNotThereCannotBeMoved() {
        assertEquals(Optional.of("There is nothing to move."), Move.of(DESIGN, Map.of()).obstacle(DESIGN));
        assertEquals(Optional.of("There is no element \"h-9\" to move."),
                new Move("", Map.of(new Id("h-9"), Place.at(0, 0)), Map.of()).obstacle(DESIGN));
    }

    @Test
    void aCableLedByHandCanBeLedAutomaticallyAgain() {
        Design bent = Move.ofCable(DESIGN, CABLE, List.of(new Bend(1, 2))).applyTo(DESIGN);
        assertEquals(Map.of(CABLE, List.of(new Bend(1, 2))), bent.layout().view().bendsById());
        assertEquals(DESIGN.layout(), Move.ofCable(bent, CABLE, List.of()).applyTo(bent).layout());
    }

    @Test
    void acceptingARiskNeedsAReasonAndAName() {
        assertEquals(Optional.of("Say in at least 10 characters why the risk is accepted."),
                new Accept(risk("NLB020", "because", "DVH")).obstacle(DESIGN));
        assertEquals(Optional.of("Say who accepts the risk."),
                new Accept(risk("NLB020", "appliances ordered", " ")).obstacle(DESIGN));
        assertEquals(Optional.of("Say which rule's finding is accepted."),
                new Accept(risk("", "appliances ordered", "DVH")).obstacle(DESIGN));
        AcceptedRisk good = risk("NLB020", "appliances ordered", "DVH");
        assertEquals(good, new Accept(good).applyTo(DESIGN).element(good.id()));
    }

    @Test
    void severalEditsAreDoneTogetherOrNotAtAll() {
        Host second = Host.of(new Id("h-2"), "HV2");
        PhysicalNic its = PhysicalNic.of(new Id("n-3"), "NIC1", second.id());
        assertEquals(DESIGN.size() + 2,
                new Several("Add host HV2", Put.add(second), Put.add(its)).applyTo(DESIGN).size());
        Several wrong = new Several("Add host HV2", Put.add(its), Put.add(second));
        assertTrue(wrong.obstacle(DESIGN).isPresent());
        assertThrows(IllegalArgumentException.class, () -> wrong.applyTo(DESIGN));
        assertFalse(DESIGN.find(second.id()).isPresent());
        assertEquals(Optional.of("There is nothing to change."), new Several("").obstacle(DESIGN));
    }
}
