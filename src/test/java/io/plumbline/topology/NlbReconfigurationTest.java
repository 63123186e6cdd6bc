package io.plumbline.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.Sketch;
import io.plumbline.model.Attribute;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.L3Interface;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbMode;
import io.plumbline.model.StaticArp;
import io.plumbline.model.StaticMacEntry;
import io.plumbline.model.StaticMulticastGroup;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchStack;
import io.plumbline.topology.NlbReconfiguration.Registration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NlbReconfigurationTest {

    private static NlbCluster web(Design design) {
        return design.element(new Id("WEB"), NlbCluster.class);
    }

    private static Design to(Design design, NlbMode mode, Registration registration) {
        return design.with(NlbReconfiguration.of(Topology.of(design), web(design)).orElseThrow()
                .to(NlbReconfiguration.inMode(web(design), mode), registration).orElseThrow());
    }

    private static String arp(Design design) {
        List<StaticArp> entries = design.element(new Id("Stack/VLAN10"), L3Interface.class).staticArp().find()
                .orElseThrow();
        return String.join(" ", entries.stream().map(entry -> entry.ip() + "=" + entry.mac()).toList());
    }

    private static SwitchStack stack(Design design) {
        return design.element(new Id("Stack"), SwitchStack.class);
    }

    @Test
    void fromIgmpToMulticastTheGroupBecomesAMacEntry() {
        Design design = to(Sketch.b0().design(), NlbMode.MULTICAST, Registration.MACS);
        assertEquals("172.31.3.232=03-BF-AC-1F-03-E8", arp(design));
        assertEquals(List.of(), stack(design).configuration().staticMcastGroups().find().orElseThrow());
        StaticMacEntry entry = stack(design).configuration().staticMacEntries().find().orElseThrow().getFirst();
        assertEquals("03-BF-AC-1F-03-E8", entry.mac().toString());
        assertEquals(Attribute.of(List.of(new Id("Po1"), new Id("Po2"))), entry.ports());
    }

    @Test
    void fromUnicastToIgmpEverythingIsAdded() {
        Design before =
                Sketch.b0().set("Stack/VLAN10", "staticArp", List.of()).set("Stack", "staticMcastGroups", List.of())
                        .mode("unicast").design();
        Design design = to(before, NlbMode.IGMP_MULTICAST, Registration.GROUPS);
        assertEquals("172.31.3.232=01-00-5E-7F-03-E8", arp(design));
        StaticMulticastGroup group =
                stack(design).configuration().staticMcastGroups().find().orElseThrow().getFirst();
        assertEquals("239.255.3.232", group.group().find().orElseThrow().toString());
        assertEquals(NlbMode.IGMP_MULTICAST, web(design).nodes().find().orElseThrow().getLast().configuredMode().find()
                .orElseThrow());
    }

    @Test
    void twoSwitchesAreToldAboutTheLinkBetweenThem() {
        Design design = to(Sketch.twoSwitches("unicast").design(), NlbMode.IGMP_MULTICAST, Registration.GROUPS);
        assertEquals("[S1/1, S1/2, S1/3, S1/5]", ports(design, "S1"));
        assertEquals("[S2/1, S2/2, S2/3, S2/5]", ports(design, "S2"));
    }

    private static String ports(Design design, String name) {
        return design.element(new Id(name), Switch.class).configuration().staticMcastGroups().find()
                .orElseThrow().getFirst().ports().find().orElseThrow().toString();
    }

    @Test
    void aClusterThatGoesLeavesNothingBehind() {
        Design design = Sketch.b0().design();
        List<Element> changed = NlbReconfiguration.of(Topology.of(design), web(design)).orElseThrow().gone();
        Design after = design.with(changed);
        assertEquals("", arp(after));
        assertEquals(List.of(), stack(after).configuration().staticMcastGroups().find().orElseThrow());
    }

    @Test
    void whileSomePortsOfNodesAreNotKnownNothingIsWritten() {
        Design design = Sketch.b0().set("N1", "possibleOwners", Attribute.unknown()).design();
        assertEquals(Optional.empty(), NlbReconfiguration.of(Topology.of(design), web(design)));
    }
}
