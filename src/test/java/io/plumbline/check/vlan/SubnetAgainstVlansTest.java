package io.plumbline.check.vlan;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class SubnetAgainstVlansTest implements RuleContract {

    /// Three nodes with one tagged NIC each on one switch.
    private static Sketch tagged(Object vlanOfThird) {
        Sketch sketch = Sketch.empty("Tagged").cluster("HVC1").network("LM", "10.10.1.0/24").device("S").ports("S", 4);
        for (int h = 1; h <= 3; h++) {
            sketch = sketch.node("HV" + h, "2019").nic("HV" + h, "LM").address("HV" + h + "/LM", "10.10.1." + h)
                    .cable("HV" + h + "/LM", "S/" + h).trunk("S/" + h, "20,21").set("HV" + h + "/LM", "vlanId",
                            h == 3 ? vlanOfThird : 20);
        }
        return sketch;
    }

    private static Sketch access(int vlan) {
        return tagged(0).set("S/3", "mode", "access").set("S/3", "accessVlan", vlan);
    }

    /// The third node on a switch of its own in VLAN 21, which an access link joins to VLAN 20.
    private static Sketch translated() {
        return tagged(0).without("HV3/LM-S/3").device("T").ports("T", 2).cable("HV3/LM", "T/1")
                .set("T/1", "accessVlan", 21).cable("S/4", "T/2").set("S/4", "accessVlan", 20)
                .set("T/2", "accessVlan", 21);
    }

    @Override
    public Rule rule() {
        return new SubnetAgainstVlans();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("one node was tagged otherwise", tagged(21).design(),
                        "error: LM is one subnet in separate VLANs: HV3/LM in VLAN 21, HV1/LM and HV2/LM in VLAN 20. "
                                + "They cannot reach each other. Move HV3/LM to VLAN 20."),
                RuleContract.flags("the port of one node is in another VLAN", access(30).design(),
                        "error: LM is one subnet in separate VLANs: HV3/LM in VLAN 30, HV1/LM and HV2/LM in VLAN 20. "
                                + "They cannot reach each other. Move HV3/LM to VLAN 20."),
                RuleContract.flags("as many here as there: the intended VLAN counts",
                        tagged(21).without("HV1").vlan(21).set("LM", "vlan", "VLAN21").design(),
                        "error: LM is one subnet in separate VLANs: HV2/LM in VLAN 20, HV3/LM in VLAN 21. They cannot "
                                + "reach each other. Move HV2/LM to VLAN 21."),
                RuleContract.flags("two networks in one VLAN",
                        Sketch.twins("equal").ports("SW-A", 4).without("HV1/B-SW-B/1", "HV2/B-SW-B/2")
                                .cable("HV1/B", "SW-A/3").cable("HV2/B", "SW-A/4").design(),
                        "advice: A and B share VLAN 1: they are one broadcast domain and fail together. Give each its "
                                + "own VLAN."),
                RuleContract.accepts("all in one VLAN", tagged(20).design()),
                RuleContract.accepts("untagged on an access port of the same VLAN", access(20).design()),
                RuleContract.accepts("a link joins the two VLANs", translated().design()),
                RuleContract.accepts("the same number on two switches that are not joined",
                        Sketch.twins("equal").design()),
                RuleContract.accepts("a VLAN each on the two switches", Sketch.twins("equal").tagged().design()),
                RuleContract.accepts("nobody is on the network",
                        Sketch.empty("Empty").cluster("HVC1").network("LM", "10.10.1.0/24").design()),
                RuleContract.cannotTell("the VLAN of one node is not known", tagged(Attribute.unknown()).design(),
                        "Cannot evaluate: needs vlanId of HV3/LM."));
    }
}
