package io.plumbline.check.address;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class OverlappingMacPoolsTest implements RuleContract {

    private static final String OVERLAP =
            "warning: H1 and H2 share a network and hand out MACs from overlapping pools (";
    private static final String OWN_POOL =
            "): two VMs can get the same one. Give each host a pool of its own, then restart "
                    + "the VMs from off.";

    private static Sketch pool(Sketch sketch, String host, Object first, Object last) {
        return sketch.set(host, "macPoolMin", first).set(host, "macPoolMax", last);
    }

    private static Sketch cloned() {
        return pool(Sketch.b0(), "H2", "00-15-5D-01-00-00", "00-15-5D-01-00-FF");
    }

    private static Sketch macs(Sketch sketch, Object first, Object second) {
        return sketch.set("N1/NLB", "mac", first).set("N2/NLB", "mac", second);
    }

    private static Sketch apart(Sketch sketch) {
        return sketch.set("H1", "failoverCluster", Attribute.unset()).set("H2", "failoverCluster", Attribute.unset());
    }

    @Override
    public Rule rule() {
        return new OverlappingMacPools();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("a: cloned hosts", cloned().design(),
                        OVERLAP + "00-15-5D-01-00-00 to 00-15-5D-01-00-FF" + OWN_POOL),
                flags("a: pools that overlap in part",
                        pool(Sketch.b0(), "H2", "00-15-5D-01-00-80", "00-15-5D-01-01-7F").design(),
                        OVERLAP + "00-15-5D-01-00-00 to 00-15-5D-01-00-FF and 00-15-5D-01-00-80 to 00-15-5D-01-01-7F"
                                + OWN_POOL),
                flags("a: hosts without a cluster in one VLAN", apart(cloned()).design(),
                        OVERLAP + "00-15-5D-01-00-00 to 00-15-5D-01-00-FF" + OWN_POOL),
                flags("b: one MAC twice", macs(Sketch.b0(), "00-15-5D-01-00-07", "00-15-5D-01-00-07").design(),
                        "error: N1/NLB and N2/NLB have one MAC, 00-15-5D-01-00-07, in one network. Give all but one of "
                                + "them another MAC."),
                accepts("the base example, disjoint pools", Sketch.b0().design()),
                accepts("a: all MACs of one host are static", cloned().set("N2/NLB", "macMode", "static").design()),
                accepts("a: served by VMM", cloned().set("H1", "macPoolSource", "vmm").set("H2", "macPoolSource", "vmm")
                        .design()),
                accepts("a: separate networks", apart(pool(Sketch.unicastWithoutTeams(), "H2", "00-15-5D-01-00-00",
                        "00-15-5D-01-00-FF").without("A/3-B/3")).design()),
                accepts("a: a host without VMs", pool(Sketch.oneSwitch("multicast").set("HostA", "macPoolSource", "vmm")
                        .set("HostB", "macPoolSource", "vmm"), "HostC", "00-15-5D-01-00-00", "00-15-5D-01-00-FF")
                        .design()),
                accepts("b: a MAC out of the pool of the former host",
                        macs(Sketch.b0(), "00-15-5D-02-00-07", "00-15-5D-02-00-08").design()),
                accepts("b: the MAC of the cluster at its nodes",
                        macs(Sketch.b0().mode("unicast"), "02-BF-AC-1F-03-E8", "02-BF-AC-1F-03-E8").design()),
                accepts("b: one MAC in two VLANs",
                        macs(Sketch.b0(), "00-15-5D-01-00-07", "00-15-5D-01-00-07").accessVlan("N2/NLB", 20).design()),
                cannotTell("a: nobody knows the pools",
                        pool(pool(Sketch.b0(), "H1", Attribute.unset(), Attribute.unset()), "H2", Attribute.unknown(),
                                Attribute.unset()).design(),
                        "Cannot evaluate: needs macPoolMin and macPoolMax of H1 and H2."),
                cannotTell("b: the VLAN of one is not known",
                        macs(Sketch.b0(), "00-15-5D-01-00-07", "00-15-5D-01-00-07")
                                .set("N2/NLB", "vlanId", Attribute.unknown()).design(),
                        "Cannot evaluate: needs vlanId of N2/NLB."));
    }
}
