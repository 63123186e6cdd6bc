package io.plumbline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DesignTest {

    private static final Id HOST = new Id("h-1");
    private static final Id NIC_1 = new Id("n-1");
    private static final Id NIC_2 = new Id("n-2");
    private static final Id TEAM = new Id("t-1");
    private static final Id SWITCH = new Id("sw-1");
    private static final Id PORT = new Id("p-1");
    private static final Id LAG = new Id("lag-1");
    private static final Id CABLE = new Id("c-1");

    private static Design small() {
        Team team = Element.with(Team.of(TEAM, "Team1", HOST), "members",
                List.of(TeamMember.of(NIC_1), TeamMember.of(NIC_2)));
        return Design.empty("Small").with(Host.of(HOST, "HV1"), PhysicalNic.of(NIC_1, "NIC1", HOST),
                PhysicalNic.of(NIC_2, "NIC2", HOST), team, Switch.of(SWITCH, "SW1"),
                SwitchPort.of(PORT, "1/0/1", SWITCH),
                Element.with(Lag.of(LAG, "Po1"), "memberPorts", List.of(PORT)), Cable.of(CABLE, "", NIC_1, PORT));
    }

    @Test
    void aReferenceToNothingCannotBeBuilt() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
                () -> Design.empty("x").with(PhysicalNic.of(NIC_1, "NIC1", HOST)));
        assertEquals("\"host\" of physicalNic \"n-1\" refers to \"h-1\", which does not exist.", refusal.getMessage());
    }

    @Test
    void aReferenceToTheWrongKindCannotBeBuilt() {
        Design design = small();
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
                () -> design.with(Cable.of(new Id("c-2"), "", HOST, PORT)));
        assertTrue(refusal.getMessage().startsWith("\"endA\" of cable \"c-2\" refers to \"h-1\", which is a host;"),
                refusal.getMessage());
    }

    @Test
    void anIdKeepsItsKind() {
        assertThrows(IllegalArgumentException.class, () -> small().with(Switch.of(HOST, "HV1")));
    }

    @Test
    void deletingAHostTakesWhatIsInItAndNothingElse() {
        Design left = small().without(Set.of(HOST));
        assertEquals(List.of("project", "sw-1", "p-1", "lag-1"),
                left.all().map(element -> element.id().text()).toList());
    }

    @Test
    void deletingATeamMemberLeavesTheTeamWithTheOtherOne() {
        Design left = small().without(Set.of(NIC_1));
        assertEquals(List.of(TeamMember.of(NIC_2)), left.element(TEAM, Team.class).members());
        assertFalse(left.find(CABLE).isPresent());
    }

    @Test
    void deletingAPortLeavesTheLagWithoutIt() {
        assertEquals(List.of(), small().without(Set.of(PORT)).element(LAG, Lag.class).memberPorts());
    }

    @Test
    void deletingAVirtualSwitchUnbindsTheAdaptersThatNameItById() {
        Id vSwitch = new Id("vs-1");
        Id vm = new Id("vm-1");
        Id vNic = new Id("vn-1");
        Design design = small().with(VirtualSwitch.of(vSwitch, "vSwitch1", HOST), Vm.of(vm, "N1", HOST),
                Element.with(VirtualNic.of(vNic, "NLB", vm), "vSwitch", "vs-1"));
        assertTrue(design.without(Set.of(vSwitch)).element(vNic, VirtualNic.class).vSwitch().isUnset());
        Design byName = design.with(Element.with(design.element(vNic, VirtualNic.class), "vSwitch", "vSwitch1"));
        assertTrue(byName.without(Set.of(vSwitch)).element(vNic, VirtualNic.class).vSwitch().is("vSwitch1"));
    }

    @Test
    void anMlagPairNeedsBothSwitches() {
        Id other = new Id("sw-2");
        Id pair = new Id("mlag-1");
        Design design = small().with(Switch.of(other, "SW2"),
                Element.with(MlagPair.of(pair, "VLT 1"), "switches", List.of(SWITCH, other)));
        assertFalse(design.without(Set.of(other)).find(pair).isPresent());
    }

    @Test
    void theProjectCannotBeDeleted() {
        Design design = small();
        assertSame(design, design.without(Set.of(Design.PROJECT)));
    }

    @Test
    void nestedSettingsAreChangedByPath() {
        PhysicalNic nic = Element.with(PhysicalNic.of(NIC_1, "NIC1", HOST), "rdma.enabled", true);
        assertTrue(nic.rdma().enabled().is(true));
        assertTrue(nic.rdma().capable().isUnset());
        PhysicalNic jumbo = Element.with(nic, "jumboPacket", 9014);
        assertEquals(Attribute.of(new Bytes(9014)), jumbo.jumboPacket());
        assertTrue(Element.with(jumbo, "jumboPacket", Attribute.unknown()).jumboPacket().isUnknown());
    }

    @Test
    void inlinedSettingsAreChangedByTheirOwnName() {
        SwitchPort port = Element.with(SwitchPort.of(PORT, "1/0/1", SWITCH), "allowedVlans", "20,10, 11-12");
        assertEquals(Attribute.of(new VlanSet("10-12,20")), port.configuration().allowedVlans());
        assertEquals("te1", Element.with(port, "name", "te1").name());
    }

    @Test
    void aValueOfTheWrongSortIsRefusedInWords() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
                () -> Element.with(PhysicalNic.of(NIC_1, "NIC1", HOST), "jumboPacket", "big"));
        assertEquals("Expected a whole number, found String \"big\".", refusal.getMessage());
    }

    @Test
    void everyKindCanBeRead() {
        int properties = 0;
        for (Kind kind : Kind.values()) {
            properties += Shape.of(kind.type()).properties().size();
            assertSame(kind, Kind.findByWord(kind.word()));
        }
        assertTrue(properties > 250, properties + " properties");
    }
}
