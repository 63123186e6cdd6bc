package io.plumbline.check.availability;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.HardwareLoadBalancer;
import io.plumbline.model.Id;
import java.util.List;

class HiddenSinglePointTest implements RuleContract {

    /// One host with a team of two NICs on a stack of two units.
    private static Sketch stacked(String mode, String firstPort, String secondPort) {
        return Sketch.empty("Stack").cluster("HVC1").stack("Stack", "S1", "S2").ports("S1", 4).ports("S2", 4)
                .node("HV1", "2012R2").nic("HV1", "N1").nic("HV1", "N2").lbfo("HV1", "Team1", mode, "N1", "N2")
                .cable("HV1/N1", firstPort).cable("HV1/N2", secondPort);
    }

    /// One host with a virtual switch on one NIC.
    private static Sketch oneNic() {
        return Sketch.empty("One NIC").cluster("HVC1").device("A").ports("A", 2).node("HV1", "2019").nic("HV1", "N1")
                .nic("HV1", "N2").vSwitch("HV1", "vSwitch1", "HV1/N1").cable("HV1/N1", "A/1").cable("HV1/N2", "A/2");
    }

    private static Sketch migrationAdapter(String purpose) {
        return oneNic().network("LM1", "10.10.1.0/24").network("LM2", "10.10.2.0/24")
                .set("LM1", "purposes", List.of(purpose)).set("LM2", "purposes", List.of("liveMigration"))
                .vNic("HV1", "LM1", "vSwitch1").address("HV1/LM1", "10.10.1.1").address("HV1/N2", "10.10.2.1");
    }

    private static HardwareLoadBalancer balancer(String name) {
        return HardwareLoadBalancer.of(new Id(name), name);
    }

    @Override
    public Rule rule() {
        return new HiddenSinglePoint();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("both members of a LAG on one unit",
                        stacked("lacp", "S1/1", "S1/2").lag("Po1", "S1/1", "S1/2").design(),
                        "advice: Po1 of Stack has both cables on S1 of Stack (ports 1 and 2 of S1): when that unit fails "
                                + "the bundle is gone, although the stack has S2 as well. Move a cable to another unit."),
                RuleContract.flags("both members of a team on one unit",
                        stacked("switchIndependent", "S1/1", "S1/2").design(),
                        "advice: HV1/Team1 has both cables on S1 of Stack (ports 1 and 2 of S1): when that unit fails "
                                + "the bundle is gone, although the stack has S2 as well. Move a cable to another unit."),
                RuleContract.flags("VMs over one NIC",
                        oneNic().vm("VM1", "HV1").vNic("VM1", "LAN", "vSwitch1").design(),
                        "warning: HV1/vSwitch1 has one NIC under it, HV1/N1: when it, its cable or its port fails, VM1 "
                                + "loses the network. Put a second NIC under the switch, in a team."),
                RuleContract.flags("the only member of a SET team",
                        oneNic().embedded("HV1", "SET1", "N1").set("HV1/vSwitch1", "uplink", "HV1/SET1")
                                .vm("VM1", "HV1").vNic("VM1", "LAN", "vSwitch1").vNic("HV1", "Mgmt", "vSwitch1")
                                .address("HV1/Mgmt", "10.0.0.1").design(),
                        "warning: HV1/vSwitch1 has one NIC under it, HV1/N1: when it, its cable or its port fails, VM1 "
                                + "and HV1/Mgmt lose the network. Put a second NIC under the switch, in a team."),
                RuleContract.flags("a management adapter without a twin",
                        oneNic().vNic("HV1", "Mgmt", "vSwitch1").address("HV1/Mgmt", "10.0.0.1").design(),
                        "warning: HV1/vSwitch1 has one NIC under it, HV1/N1: when it, its cable or its port fails, "
                                + "HV1/Mgmt loses the network. Put a second NIC under the switch, in a team."),
                RuleContract.flags("a load balancer alone", Sketch.empty("Balancer").with(balancer("LB1")).design(),
                        "warning: LB1 has no partner: when it fails, every service behind it is gone. Add a second one "
                                + "and make the two a pair."),
                RuleContract.accepts("members on two units",
                        stacked("lacp", "S1/1", "S2/1").lag("Po1", "S1/1", "S2/1").design()),
                RuleContract.accepts("a second cable that is not plugged in yet",
                        stacked("lacp", "S1/1", "S1/2").lag("Po1", "S1/1", "S1/2").without("HV1/N2-S1/2").design()),
                RuleContract.accepts("a stack of one unit is a switch",
                        stacked("switchIndependent", "S1/1", "S1/2").without("S2").design()),
                RuleContract.accepts("one switch of its own: HA001 judges it",
                        Sketch.b0OnOneSwitch().design()),
                RuleContract.accepts("the base: teams over both units", Sketch.b0().design()),
                RuleContract.accepts("a team with a third member elsewhere",
                        stacked("switchIndependent", "S1/1", "S1/2").device("X").ports("X", 1).nic("HV1", "N3")
                                .lbfo("HV1", "Team1", "switchIndependent", "N1", "N2", "N3").cable("HV1/N3", "X/1")
                                .design()),
                RuleContract.accepts("a migration adapter whose twin runs over another NIC",
                        migrationAdapter("liveMigration").design()),
                RuleContract.accepts("a dedicated backup port", migrationAdapter("backup").design()),
                RuleContract.accepts("nothing uses the virtual switch",
                        oneNic().vNic("HV1", "Spare", "vSwitch1").design()),
                RuleContract.accepts("a NIC that is not plugged in yet",
                        oneNic().vm("VM1", "HV1").vNic("VM1", "LAN", "vSwitch1").without("HV1/N1-A/1").design()),
                RuleContract.accepts("a pair of load balancers, named from one side",
                        Sketch.empty("Balancers").with(balancer("LB1"), balancer("LB2")).set("LB2", "haPeer", "LB1")
                                .design()),
                RuleContract.cannotTell("the partner is not known",
                        Sketch.empty("Balancer").with(balancer("LB1")).set("LB1", "haPeer", Attribute.unknown())
                                .design(),
                        "Cannot evaluate: needs haPeer of LB1."),
                RuleContract.cannotTell("the purpose of the adapter decides and is not known",
                        migrationAdapter("liveMigration").set("HV1/LM1", "ip.purposes", Attribute.unknown()).design(),
                        "Cannot evaluate: needs ip.purposes of HV1/LM1."),
                RuleContract.cannotTell("the uplink is not known",
                        oneNic().vm("VM1", "HV1").vNic("VM1", "LAN", "vSwitch1")
                                .set("HV1/vSwitch1", "uplink", Attribute.unknown()).design(),
                        "Cannot evaluate: needs uplink of HV1/vSwitch1."));
    }
}
