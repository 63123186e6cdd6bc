package io.plumbline.check.availability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.Sketch;
import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneSwitchCarriesEverythingTest implements RuleContract {

    /// The twins of both hosts on one switch.
    private static Sketch bothOn(String device) {
        return Sketch.twins("slower").ports(device, 4).without("HV1/B-SW-B/1", "HV2/B-SW-B/2")
                .cable("HV1/B", device + "/3").cable("HV2/B", device + "/4");
    }

    /// Each host on an edge switch of its own for everything, the edge switches joined by one core switch.
    private static Sketch core() {
        Sketch sketch =
                Sketch.empty("Core").cluster("HVC1").network("LM", "10.10.1.0/24").device("CORE").ports("CORE", 4);
        for (int i = 1; i <= 2; i++) {
            String host = "HV" + i;
            String edge = "EDGE" + i;
            sketch = sketch.node(host, "2019").device(edge + "A").device(edge + "B").ports(edge + "A", 2)
                    .ports(edge + "B", 2).nic(host, "NIC1").nic(host, "NIC2")
                    .lbfo(host, "Team1", "switchIndependent", "NIC1", "NIC2")
                    .address(host + "/Team1/Team1", "10.10.1." + i).cable(host + "/NIC1", edge + "A/1")
                    .cable(host + "/NIC2", edge + "B/1").cable(edge + "A/2", "CORE/" + (2 * i - 1))
                    .cable(edge + "B/2", "CORE/" + 2 * i);
        }
        return sketch;
    }

    @Override
    public Rule rule() {
        return new OneSwitchCarriesEverything();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("the report's demonstration: every uplink of the virtual switch on one switch",
                        Sketch.b0OnOneSwitch().design(),
                        "warning: If A fails, the VMs on vSwitch1 of H1 and H2 lose the network. Add a second "
                                + "switch and move one cable of each pair to it."),
                RuleContract.flags("a stack of one unit is a switch",
                        Sketch.b0OnOneSwitch().stack("Stack", "U1").set("A", "stack", "Stack").without("U1").design(),
                        "warning: If Stack fails, the VMs on vSwitch1 of H1 and H2 lose the network. Add a "
                                + "second switch and move one cable of each pair to it."),
                RuleContract.flags("both cluster networks on one switch", bothOn("SW-A").design(),
                        "warning: If SW-A fails, HV1 and HV2 lose every cluster network. Add a second switch and "
                                + "move one cable of each pair to it."),
                RuleContract.flags("one host of three was cabled to one switch only",
                        three().design(),
                        "warning: If SW-A fails, HV3 loses every cluster network. Add a second switch and move "
                                + "one cable of each pair to it."),
                RuleContract.flags("two edge switches each, but one core between the hosts", core().design(),
                        "warning: If CORE fails, HV1 and HV2 lose every cluster network. Add a second switch and "
                                + "move one cable of each pair to it."),
                RuleContract.flags("networks and uplinks on one switch are one finding",
                        Sketch.b0OnOneSwitch().network("LM", "10.10.1.0/24").ports("A", 9).nic("H1", "LM")
                                .nic("H2", "LM")
                                .address("H1/LM", "10.10.1.1").address("H2/LM", "10.10.1.2").cable("H1/LM", "A/6")
                                .cable("H2/LM", "A/7").design(),
                        "warning: If A fails, H1 and H2 lose every cluster network and the VMs on vSwitch1 of H1 "
                                + "and H2 lose the network. Add a second switch and move one cable of each pair to it."),
                RuleContract.flags("NLB nodes on hosts outside of any cluster",
                        Sketch.b0OnOneSwitch().set("H1", "failoverCluster", Attribute.unset())
                                .set("H2", "failoverCluster", Attribute.unset()).design(),
                        "warning: If A fails, the VMs on vSwitch1 of H1 and H2 lose the network. Add a second "
                                + "switch and move one cable of each pair to it."),
                RuleContract.accepts("two switches, each host cabled to both", Sketch.twins("equal").design()),
                RuleContract.accepts("a stack of two units: HA004", Sketch.b0().design()),
                RuleContract.accepts("one host on each of two switches: the farm survives",
                        Sketch.unicastWithoutTeams().design()),
                RuleContract.accepts("a switch for a test network that carries VMs only",
                        Sketch.b0OnOneSwitch().without("WEB").set("N1", "clusteredRole", false)
                                .set("N2", "clusteredRole", false).design()),
                RuleContract.accepts("two peers of an MLAG pair",
                        Sketch.unicastOverTwoSwitches().lag("Po9", "A/3").mlag("VLT", "A", "B", "Po9").design()),
                RuleContract.accepts("nothing is cabled yet",
                        Sketch.b0OnOneSwitch().without("H1/NIC1-A/1", "H1/NIC2-A/2", "H2/NIC1-A/3", "H2/NIC2-A/4")
                                .design()),
                RuleContract.accepts("a lone host has nobody to lose",
                        bothOn("SW-A").without("HV2").design()),
                RuleContract.cannotTell("the uplink of one host is not known",
                        Sketch.b0OnOneSwitch().set("H2/vSwitch1", "uplink", Attribute.unknown()).design(),
                        "Cannot evaluate: needs uplink of H2/vSwitch1."),
                RuleContract.cannotTell("the VLAN of the ports is not known",
                        Sketch.twins("equal").set("SW-B/1", "accessVlan", Attribute.unknown()).design(),
                        "Cannot evaluate: needs accessVlan of port 1 of SW-B."));
    }

    /// Two hosts on both switches, a third on one.
    private static Sketch three() {
        return Sketch.twins("equal").ports("SW-A", 4).node("HV3", "2012R2").nic("HV3", "A").nic("HV3", "B")
                .address("HV3/A", "10.10.1.3").address("HV3/B", "10.10.2.3").cable("HV3/A", "SW-A/3")
                .cable("HV3/B", "SW-A/4").ports("SW-B", 3).cable("SW-A/2", "SW-B/3").without("SW-A/2-SW-B/3");
    }

    private List<String> offered(Sketch sketch) {
        Facts facts = Facts.of(sketch.design());
        return rule().check(facts).map(Finding.class::cast)
                .flatMap(finding -> rule().remedies(facts, finding).stream()).map(Remedy::label).toList();
    }

    @Test
    void aSecondSwitchTakesEverySecondLink() {
        assertEquals(List.of("Add a second switch beside SW-A and lead 2 links to it"), offered(bothOn("SW-A")));
        assertEquals(List.of("Add a second switch beside A and lead 2 links to it"),
                offered(Sketch.unicastOnOneSwitch()));
    }

    @Test
    void lagsAndOddHostsAreLeftToPeople() {
        assertEquals(List.of(), offered(Sketch.b0OnOneSwitch()));
        assertEquals(List.of(), offered(three()));
        assertEquals(List.of(), offered(core()));
    }
}
