package io.plumbline.check.teaming;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbNode;
import java.util.List;

class UnsupportedGuestTeamTest implements RuleContract {

    /// Two virtual NICs on two external virtual switches, teamed in the VM as it should be.
    private static Sketch guest() {
        return Sketch.empty("Guest").host("H1", "2019").nic("H1", "NIC1").nic("H1", "NIC2")
                .vSwitch("H1", "vSwitch1", "H1/NIC1").vSwitch("H1", "vSwitch2", "H1/NIC2").vm("N1", "H1")
                .vNic("N1", "A", "vSwitch1").vNic("N1", "B", "vSwitch2").set("N1/A", "allowTeaming", true)
                .set("N1/B", "allowTeaming", true).lbfo("N1", "Guest", "switchIndependent", "A", "B");
    }

    private static Sketch onOneSwitch() {
        return guest().set("N1/B", "vSwitch", "vSwitch1");
    }

    private static Sketch nlb(String mode) {
        return guest().address("N1/Guest/Guest", "172.31.3.11").with(
                NlbCluster.of(new Id("WEB"), "WEB")).set("WEB", "mode", mode)
                .set("WEB", "primaryVip", "172.31.3.232")
                .set("WEB", "nodes", List.of(NlbNode.of(new Id("N1/Guest/Guest"))));
    }

    @Override
    public Rule rule() {
        return new UnsupportedGuestTeam();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("teaming is not allowed", guest().set("N1/A", "allowTeaming", Attribute.unset())
                        .set("N1/B", "allowTeaming", false).design(),
                        "error: N1/Guest is a team inside a VM, but teaming is not allowed at N1/A and N1/B. "
                                + "Allow it there."),
                flags("both on one virtual switch", onOneSwitch().design(),
                        "error: N1/Guest is a team inside a VM, but N1/A and N1/B are both on H1/vSwitch1. "
                                + "Use two external virtual switches."),
                flags("both on the only virtual switch", onOneSwitch().without("H1/vSwitch2").design(),
                        "error: N1/Guest is a team inside a VM, but N1/A and N1/B are both on H1/vSwitch1. "
                                + "Use two external virtual switches."),
                flags("one on an internal virtual switch", guest().set("H1/vSwitch2", "type", "internal").design(),
                        "error: N1/Guest is a team inside a VM, but N1/B is on H1/vSwitch2, which is internal. "
                                + "Use two external virtual switches."),
                flags("LACP by Hyper-V port", guest().set("N1/Guest", "teamingMode", "lacp")
                        .set("N1/Guest", "lbAlgorithm", "hyperVPort").design(),
                        "error: N1/Guest is a team inside a VM, but its teaming mode is LACP and its distribution is "
                                + "\"Hyper-V port\". Set it to switch independent and set it to Address hash."),
                flags("three members",
                        guest().vNic("N1", "C", "vSwitch2").set("N1/C", "allowTeaming", true)
                                .lbfo("N1", "Guest", "switchIndependent", "A", "B", "C").design(),
                        "error: N1/Guest is a team inside a VM, but it has 3 members and N1/B and N1/C are both on "
                                + "H1/vSwitch2. Use two members and use two external virtual switches."),
                flags("a VLAN inside the VM", guest().set("N1/Guest/Guest", "vlanId", 10).design(),
                        "error: N1/Guest is a team inside a VM, but VLAN 10 is set inside the VM, on N1/Guest. "
                                + "Set the VLAN at the virtual NICs."),
                flags("under NLB in unicast mode", nlb("unicast").design(),
                        "advice: N1/Guest is a team inside a VM, but WEB in unicast mode stands on it, and both of them "
                                + "change MAC addresses. Give the NLB node a single virtual NIC, or change WEB to IGMP "
                                + "multicast."),
                accepts("two virtual NICs on two external virtual switches", guest().design()),
                accepts("under NLB in IGMP multicast mode", nlb("igmpMulticast").design()),
                accepts("two virtual NICs that are not teamed", onOneSwitch().without("N1/Guest").design()),
                accepts("no members yet", guest().lbfo("N1", "Guest", "switchIndependent").design()),
                accepts("a team of the host", Sketch.b0().design()),
                cannotTell("nobody knows whether teaming is allowed",
                        guest().set("N1/A", "allowTeaming", Attribute.unknown()).design(),
                        "Cannot evaluate: needs allowTeaming of N1/A."));
    }
}
