package io.plumbline.check.teaming;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import io.plumbline.model.TeamInterface;
import java.util.List;

class EmbeddedTeamBeyondItsLimitsTest implements RuleContract {

    private static Sketch set() {
        return set("2019");
    }

    private static Sketch set(String os) {
        return Sketch.empty("SET").host("H1", os).nic("H1", "NIC1").nic("H1", "NIC2")
                .embedded("H1", "SETSwitch", "NIC1", "NIC2").vSwitch("H1", "vSwitch1", "H1/SETSwitch");
    }

    /// A SET team of two adapters of a VM.
    private static Sketch inside() {
        return set().vm("N1", "H1").vNic("N1", "A", "vSwitch1").vNic("N1", "B", "vSwitch1").embedded("N1", "Inner", "A",
                "B");
    }

    @Override
    public Rule rule() {
        return new EmbeddedTeamBeyondItsLimits();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("LACP", set().set("H1/SETSwitch", "teamingMode", "lacp").design(),
                        "error: H1/SETSwitch is a SET team, but its teaming mode is LACP. "
                                + "Set it to switch independent."),
                flags("static, by IP addresses", set().set("H1/SETSwitch", "teamingMode", "static")
                        .set("H1/SETSwitch", "lbAlgorithm", "ipAddresses").design(),
                        "error: H1/SETSwitch is a SET team, but its teaming mode is static and its distribution is "
                                + "\"IP addresses\". Set it to switch independent and set it to Hyper-V port."),
                flags("a standby member", set().standby("H1/SETSwitch", "H1/NIC2").design(),
                        "error: H1/SETSwitch is a SET team, but H1/NIC2 stands by. Make H1/NIC2 active."),
                flags("2012 R2, where nothing else matters",
                        set("2012R2").set("H1/SETSwitch", "teamingMode", "lacp").design(),
                        "error: H1/SETSwitch is a SET team, but H1 runs Windows Server 2012 R2, and SET came with "
                                + "Windows Server 2016. Build an LBFO team there."),
                flags("inside a VM", inside().design(),
                        "error: N1/Inner is a SET team, but it lies inside N1, a VM without Hyper-V of its own. "
                                + "Team the virtual NICs of N1 with LBFO."),
                flags("an internal virtual switch", set().set("H1/vSwitch1", "type", "internal").design(),
                        "error: H1/SETSwitch is a SET team, but the virtual switch over it, H1/vSwitch1, is internal. "
                                + "Make H1/vSwitch1 external."),
                flags("a team interface",
                        set().with(TeamInterface.of(new Id("ti-1"), "Storage",
                                new Id("H1/SETSwitch"))).design(),
                        "error: H1/SETSwitch is a SET team, but the team interface H1/Storage is drawn on it. "
                                + "Put a virtual NIC of the management OS in place of H1/Storage."),
                accepts("Hyper-V port", set().set("H1/SETSwitch", "lbAlgorithm", "hyperVPort").design()),
                accepts("Dynamic on 2016", set("2016").set("H1/SETSwitch", "lbAlgorithm", "dynamic").design()),
                accepts("everything left as it comes", set().design()),
                accepts("a single member", set().without("H1/NIC2").design()),
                accepts("in a nested Hyper-V host",
                        inside().set("N1", "guestFeatures", List.of("nestedHyperV")).design()),
                accepts("an LBFO team may do all that",
                        Sketch.empty("LBFO").host("H1", "2012R2").nic("H1", "NIC1").nic("H1", "NIC2")
                                .lbfo("H1", "Team1", "lacp", "NIC1", "NIC2").design()),
                cannotTell("the mode is not known",
                        set().set("H1/SETSwitch", "teamingMode", Attribute.unknown()).design(),
                        "Cannot evaluate: needs teamingMode of H1/SETSwitch."),
                cannotTell("the version is not known", set().set("H1", "osVersion", Attribute.unknown()).design(),
                        "Cannot evaluate: needs osVersion of H1."));
    }
}
