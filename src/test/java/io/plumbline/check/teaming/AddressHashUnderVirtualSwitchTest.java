package io.plumbline.check.teaming;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class AddressHashUnderVirtualSwitchTest implements RuleContract {

    private static Sketch team(String os) {
        return Sketch.empty("Team").host("H1", os).nic("H1", "NIC1").nic("H1", "NIC2")
                .lbfo("H1", "Team1", "switchIndependent", "NIC1", "NIC2").vSwitch("H1", "vSwitch1", "H1/Team1/Team1");
    }

    private static Sketch spreads(String algorithm) {
        return team("2012R2").set("H1/Team1", "lbAlgorithm", algorithm);
    }

    private static final String TAIL = ": whatever it sends over all members, everything that the VMs receive arrives "
            + "on one. Set it to ";

    @Override
    public Rule rule() {
        return new AddressHashUnderVirtualSwitch();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("ports and addresses", spreads("transportPorts").design(),
                        "warning: H1/Team1 under H1/vSwitch1 is switch independent and spreads by \"Address hash\""
                                + TAIL
                                + "Dynamic."),
                flags("MAC addresses", spreads("macAddresses").design(),
                        "warning: H1/Team1 under H1/vSwitch1 is switch independent and spreads by \"MAC addresses\""
                                + TAIL + "Dynamic."),
                flags("2012, where it is the default", team("2012").design(),
                        "warning: H1/Team1 under H1/vSwitch1 is switch independent and spreads by \"Address hash\""
                                + TAIL
                                + "Hyper-V port."),
                accepts("Dynamic", spreads("dynamic").design()),
                accepts("Hyper-V port", spreads("hyperVPort").design()),
                accepts("the default of 2012 R2", team("2012R2").design()),
                accepts("LACP: the switch chooses what comes in where",
                        spreads("transportPorts").set("H1/Team1", "teamingMode", "lacp").design()),
                accepts("one active, one standby",
                        spreads("transportPorts").standby("H1/Team1", "H1/NIC2").design()),
                accepts("no virtual switch", spreads("transportPorts").without("H1/vSwitch1").design()),
                accepts("one member has nothing to spread", spreads("transportPorts").without("H1/NIC2").design()),
                accepts("a team inside a VM",
                        team("2012R2").vm("N1", "H1").vNic("N1", "A", "vSwitch1").vNic("N1", "B", "vSwitch1")
                                .lbfo("N1", "Guest", "switchIndependent", "A", "B").design()),
                cannotTell("the distribution is not known",
                        team("2012R2").set("H1/Team1", "lbAlgorithm", Attribute.unknown()).design(),
                        "Cannot evaluate: needs lbAlgorithm of H1/Team1."));
    }
}
