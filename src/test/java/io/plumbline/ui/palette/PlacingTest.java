package io.plumbline.ui.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.catalog.Catalog;
import io.plumbline.check.Report;
import io.plumbline.file.DesignFile;
import io.plumbline.model.Attribute;
import io.plumbline.model.Cable;
import io.plumbline.model.Comment;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import io.plumbline.model.Lag;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Place;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.Team;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.TeamMember;
import io.plumbline.model.TeamTechnology;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.Vm;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlacingTest {
    private static final Id HV1 = new Id("hv1");
    private static final Id NIC1 = new Id("nic1");
    private static final Id NIC2 = new Id("nic2");
    private static final Id SW1 = new Id("sw1");
    private static final Id SW2 = new Id("sw2");
    private static final Id P1 = new Id("p1");
    private static final Id P2 = new Id("p2");
    private static final Id P3 = new Id("p3");
    private static final Place HERE = Place.at(64, 128);

    /// Two NICs, two switches, a VM and a cluster: something for everything to be dropped on.
    private static final Design ROOM = Design.empty("Room").with(
            FailoverCluster.of(new Id("hvc"), "HVC"), Element.with(Host.of(HV1, "HV1"), "failoverCluster", "hvc"),
            PhysicalNic.of(NIC1, "NIC1", HV1), PhysicalNic.of(NIC2, "NIC2", HV1), Vm.of(new Id("vm1"), "VM1", HV1),
            VirtualNic.of(new Id("vnic1"), "Network adapter", new Id("vm1")), Team.of(new Id("team"), "Team9", HV1),
            Switch.of(SW1, "SW1"), Switch.of(SW2, "SW2"), SwitchPort.of(P1, "1", SW1), SwitchPort.of(P2, "2", SW1),
            SwitchPort.of(P3, "1", SW2), Cable.of(new Id("c1"), "", NIC1, P1));

    /// Where a person would drop it, and what would be selected.
    private static Site site(PaletteItem item) {
        List<Id> selection = switch (item) {
            case TEAM, EVIDENCE -> List.of(NIC1, NIC2);
            case MLAG_PAIR, STACK -> List.of(SW1, SW2);
            case LAG -> List.of(P1, P2);
            default -> List.of();
        };
        Optional<Id> under = switch (item) {
            case VM, NIC, VIRTUAL_SWITCH, V_NIC -> Optional.of(HV1);
            case TEAM_INTERFACE -> Optional.of(new Id("team"));
            case SWITCH_PORT, L3_INTERFACE -> Optional.of(SW1);
            default -> Optional.empty();
        };
        return Site.of(ROOM, under, selection, Optional.of(HERE));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CABLE")
    void placingEveryKindYieldsAnElementOfThatKind(PaletteItem item) throws Exception {
        Placed.Done done = assertInstanceOf(Placed.Done.class, Placing.place(item, site(item)));
        assertEquals(Optional.empty(), done.edit().obstacle(ROOM));
        Design placed = done.edit().applyTo(ROOM);
        assertEquals(List.of(item.kind()),
                done.selection().stream().map(id -> placed.element(id).kind()).toList());
        assertTrue(ROOM.find(done.selection().getFirst()).isEmpty(), "it is a new one");
        assertEquals("Add ", done.edit().label().substring(0, 4));
        // It can be checked, written and read again.
        Report.of(placed);
        var text = new ByteArrayInputStream(
                DesignFile.write(placed).getBytes(StandardCharsets.UTF_8));
        assertEquals(DesignFile.write(placed), DesignFile.write(DesignFile.read("placed", text)));
    }

    @Test
    void thePaletteHoldsEveryKindThatPeoplePlace() {
        Set<Kind> offered = Stream.of(PaletteItem.values()).map(PaletteItem::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
        // The project is always there, and a risk is accepted at its finding.
        assertEquals(EnumSet.complementOf(EnumSet.of(Kind.PROJECT, Kind.ACCEPTED_RISK)), offered);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', value = {"VM | Drop a VM on the host it runs on.", "NIC | Drop a NIC on its host.",
            "TEAM | Select the NICs of a host, or drop the team on a host.",
            "TEAM_INTERFACE | Drop a team interface on its team.",
            "VIRTUAL_SWITCH | Drop a virtual switch on a host, a team or a NIC.",
            "V_NIC | Drop a vNIC on a VM, or on a host for its management operating system.",
            "CLUSTER_NETWORK | Drop a cluster network on its cluster.", "SWITCH_PORT | Drop a port on its switch.",
            "STACK | Select the switches of the stack, or drop it on one of them.",
            "MLAG_PAIR | Select the two switches of the pair first.",
            "LAG | Select the ports or the cables of the LAG, or drop it on a switch.",
            "L3_INTERFACE | Drop a layer-3 interface on a switch or a router.",
            "EVIDENCE | Select the two NICs or vNICs that were tested first."})
    void whatFitsNowhereSaysWhatIsMissing(PaletteItem item, String why) {
        Site nowhere = Site.of(Design.empty("Empty"), Optional.empty(), List.of(), Optional.of(HERE));
        assertEquals(new Placed.Refused(why), Placing.place(item, nowhere));
    }

    @Test
    void namesGoOnWhereTheOthersEnd() {
        Design two = Design.empty("Hosts").with(Host.of(new Id("a"), "HV01"), Host.of(new Id("b"), "hv02"));
        assertEquals("HV03", made(PaletteItem.HOST, Site.of(two, Optional.empty(), List.of(), Optional.of(HERE)))
                .name());
        Design wide = Design.empty("Hosts").with(Host.of(new Id("a"), "HV1"), Host.of(new Id("b"), "HV5"));
        assertEquals("HV6", made(PaletteItem.HOST, Site.of(wide, Optional.empty(), List.of(), Optional.of(HERE)))
                .name());
        assertEquals("NIC3", made(PaletteItem.NIC, site(PaletteItem.NIC)).name());
    }

    @Test
    void aHostDroppedIntoAClusterBelongsToIt() {
        Site inside = Site.of(ROOM, Optional.of(new Id("hvc")), List.of(), Optional.of(HERE));
        Host host = (Host) made(PaletteItem.HOST, inside);
        assertTrue(host.failoverCluster().is(new Id("hvc")));
        assertTrue(((Host) made(PaletteItem.HOST, site(PaletteItem.HOST))).failoverCluster().isUnset());
    }

    @Test
    void aTeamTakesTheSelectedNicsAndAnLbfoTeamItsInterface() {
        Design placed = after(PaletteItem.TEAM, site(PaletteItem.TEAM));
        Team team = placed.all(Team.class).filter(each -> each.name().equals("Team10")).findFirst().orElseThrow();
        assertEquals(List.of(NIC1, NIC2), team.members().stream().map(TeamMember::nic).toList());
        assertEquals(TeamTechnology.LBFO, team.technology());
        assertEquals(List.of(team.id()), placed.all(TeamInterface.class).map(TeamInterface::team).toList());
    }

    @Test
    void onANewHostATeamIsASetTeamWithoutInterface() {
        Design newer = ROOM.with(Element.with(ROOM.element(HV1, Host.class), "osVersion", "2022"));
        Design placed = after(PaletteItem.TEAM, Site.of(newer, Optional.of(HV1), List.of(NIC1), Optional.empty()));
        Team team = placed.all(Team.class).filter(each -> each.name().equals("Team10")).findFirst().orElseThrow();
        assertEquals(TeamTechnology.SET, team.technology());
        assertEquals(0, placed.all(TeamInterface.class).count());
    }

    @Test
    void aNicCannotBeInTwoTeams() {
        Design teamed = after(PaletteItem.TEAM, site(PaletteItem.TEAM));
        assertEquals(new Placed.Refused("NIC1 is already in a team."), Placing.place(PaletteItem.TEAM,
                Site.of(teamed, Optional.of(NIC1), List.of(), Optional.empty())));
    }

    @Test
    void aVirtualSwitchJoinsTheTeamItIsDroppedOn() {
        Design teamed = after(PaletteItem.TEAM, site(PaletteItem.TEAM));
        Team team = teamed.all(Team.class).filter(each -> each.name().equals("Team10")).findFirst().orElseThrow();
        Design placed = after(PaletteItem.VIRTUAL_SWITCH,
                Site.of(teamed, Optional.of(team.id()), List.of(), Optional.empty()));
        Id uplink = placed.all(VirtualSwitch.class).findFirst().orElseThrow().uplink().find().orElseThrow();
        assertEquals(team.id(), placed.element(uplink, TeamInterface.class).team());
    }

    @Test
    void aVmComesWithAnAdapterOnTheSwitchOfItsHost() {
        Design switched = after(PaletteItem.VIRTUAL_SWITCH, site(PaletteItem.VIRTUAL_SWITCH));
        Design placed = after(PaletteItem.VM, Site.of(switched, Optional.of(HV1), List.of(), Optional.empty()));
        Vm vm = placed.all(Vm.class).filter(each -> !each.id().equals(new Id("vm1"))).findFirst().orElseThrow();
        VirtualNic nic = placed.all(VirtualNic.class).filter(each -> each.owner().equals(vm.id())).findFirst()
                .orElseThrow();
        Id vSwitch = placed.all(VirtualSwitch.class).findFirst().orElseThrow().id();
        assertTrue(nic.vSwitch().is(vSwitch.text()));
    }

    @Test
    void aLagOverCablesTakesTheirPorts() {
        Lag lag = (Lag) made(PaletteItem.LAG, Site.of(ROOM, Optional.empty(), List.of(new Id("c1")), Optional.empty()));
        assertEquals(List.of(P1), lag.memberPorts());
        assertTrue(lag.owner().is(SW1));
    }

    @Test
    void aLagDoesNotSpanTwoSwitches() {
        assertEquals(
                new Placed.Refused(
                        "These ports are on different switches; each switch of a pair has a LAG of its own."),
                Placing.place(PaletteItem.LAG, Site.of(ROOM, Optional.empty(), List.of(P1, P3), Optional.empty())));
    }

    @Test
    void anNlbClusterOfAVmTakesItsAdapter() {
        NlbCluster cluster = (NlbCluster) made(PaletteItem.NLB_CLUSTER,
                Site.of(ROOM, Optional.empty(), List.of(new Id("vm1")), Optional.of(HERE)));
        assertEquals(List.of(new Id("vnic1")),
                cluster.nodes().orElse(List.of()).stream().map(node -> node.member()).toList());
    }

    @Test
    void aCommentStandsWhereItIsDroppedAndIsAtTheSelectedElementWhereNobodyPoints() {
        Comment dropped = (Comment) made(PaletteItem.COMMENT,
                Site.of(ROOM, Optional.empty(), List.of(HV1), Optional.of(HERE)));
        assertEquals(Attribute.unset(), dropped.anchor());
        Comment attached = (Comment) made(PaletteItem.COMMENT,
                Site.of(ROOM, Optional.empty(), List.of(HV1), Optional.empty()));
        assertEquals(Attribute.of(HV1), attached.anchor());
    }

    @Test
    void aSwitchOfTheCatalogueBringsItsModelAlongOnce() {
        Element model = Catalog.load().switchModels().getFirst();
        Site site = Site.of(ROOM, Optional.empty(), List.of(), Optional.of(HERE)).with(Optional.of(model));
        Design placed = after(PaletteItem.SWITCH, site);
        assertEquals(Optional.of(model), placed.find(model.id()));
        Design twice = after(PaletteItem.SWITCH,
                Site.of(placed, Optional.empty(), List.of(), Optional.of(HERE)).with(Optional.of(model)));
        assertEquals(2, twice.all(Switch.class).filter(unit -> unit.model().is(model.id())).count());
    }

    @Test
    void selectedNicsBecomeATeamSelectedSwitchesAStack() {
        assertEquals(List.of(Kind.TEAM), kinds(Binding.bind(ROOM, List.of(NIC1, NIC2))));
        assertEquals(List.of(Kind.LAG), kinds(Binding.bind(ROOM, List.of(P1, P2))));
        assertEquals(List.of(Kind.SWITCH_STACK), kinds(Binding.bind(ROOM, List.of(SW1, SW2))));
        assertEquals(new Placed.Refused("Select only NICs, only ports, only cables or only switches."),
                Binding.bind(ROOM, List.of(NIC1, SW1)));
        assertEquals(new Placed.Refused("Select at least two NICs, ports, cables or switches."),
                Binding.bind(ROOM, List.of(NIC1)));
    }

    @Test
    void unbindingATeamKeepsItsNics() {
        Design teamed = after(PaletteItem.TEAM, site(PaletteItem.TEAM));
        Id team = teamed.all(Team.class).filter(each -> each.name().equals("Team10")).findFirst().orElseThrow().id();
        Design free = Binding.unbind(teamed, List.of(team, NIC1)).orElseThrow().applyTo(teamed);
        assertEquals(Optional.empty(), free.find(team));
        assertTrue(free.find(NIC1).isPresent());
        assertEquals(Optional.empty(), Binding.unbind(teamed, List.of(NIC1)));
    }

    private static List<Kind> kinds(Placed placed) {
        Placed.Done done = assertInstanceOf(Placed.Done.class, placed);
        Design after = done.edit().applyTo(ROOM);
        return done.selection().stream().map(id -> after.element(id).kind()).toList();
    }

    private static Design after(PaletteItem item, Site site) {
        return assertInstanceOf(Placed.Done.class, Placing.place(item, site)).edit().applyTo(site.design());
    }

    private static Element made(PaletteItem item, Site site) {
        Placed.Done done = assertInstanceOf(Placed.Done.class, Placing.place(item, site));
        return done.edit().applyTo(site.design()).element(done.selection().getFirst());
    }
}
