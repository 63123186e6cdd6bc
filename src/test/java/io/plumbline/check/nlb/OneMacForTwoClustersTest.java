package io.plumbline.check.nlb;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class OneMacForTwoClustersTest implements RuleContract {

    private static final String SHARED = "error: APP (10.1.3.232) and WEB (172.31.3.232) share the cluster MAC "
            + "01-00-5E-7F-03-E8 in VLAN 10, since IGMP multicast keeps only the last two octets of the VIP: each receives "
            + "the frames of the other. Change the last two octets of one VIP, or move one cluster to another VLAN.";

    /// A second cluster beside WEB.
    private static Sketch two(String mode, String vip, int vlan) {
        Sketch sketch = Sketch.oneSwitch("igmpMulticast").mode(mode).set("VLAN20", "vlanId", 20);
        for (String vm : List.of("A1", "A2")) {
            sketch = sketch.vm(vm, vm.equals("A1") ? "HostA" : "HostB").vNic(vm, "NLB", "vSwitch1")
                    .accessVlan(vm + "/NLB", vlan).address(vm + "/NLB", "10.1.3.1" + vm.charAt(1))
                    .set(vm + "/NLB", "macSpoofing", true);
        }
        return sketch.nlb("APP", mode, vip, "A1/NLB", "A2/NLB").trunk("S/1", "10,20").trunk("S/2", "10,20");
    }

    private static String reserved(String vip, String group, String mac, String reason) {
        return "warning: WEB (" + vip + ") uses the group " + group + " with the MAC " + mac + " in VLAN 10, " + reason
                + ": the switch ports of the cluster carry that traffic as well. Choose a VIP with other last octets.";
    }

    private static Sketch vip(String vip) {
        return Sketch.oneSwitch("igmpMulticast").set("WEB", "primaryVip", vip);
    }

    private static Sketch groups(Object groups) {
        return Sketch.oneSwitch("igmpMulticast").set("VLAN10", "multicastGroups", groups);
    }

    @Override
    public Rule rule() {
        return new OneMacForTwoClusters();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("a: equal last octets (I12)", two("igmpMulticast", "10.1.3.232", 10).design(), SHARED),
                flags("a: a MAC that was typed in",
                        two("multicast", "10.1.3.232", 10).set("APP", "macOverride", "03-BF-AC-1F-03-E8").design(),
                        "error: APP (10.1.3.232) and WEB (172.31.3.232) share the cluster MAC 03-BF-AC-1F-03-E8 in VLAN "
                                + "10: each receives the frames of the other. Change the last two octets of one VIP, or "
                                + "move one cluster to another VLAN."),
                flags("b: the group of SSDP", vip("172.31.255.250").design(),
                        reserved("172.31.255.250", "239.255.255.250", "01-00-5E-7F-FF-FA",
                                "in the block that every application may use for itself (239.255.255.250 is SSDP and "
                                        + "WS-Discovery)")),
                flags("b: the block beside it", vip("172.31.255.7").design(),
                        reserved("172.31.255.7", "239.255.255.7", "01-00-5E-7F-FF-07",
                                "in the block that every application may use for itself")),
                flags("b: another application's group with the same MAC", groups(List.of("239.127.3.232")).design(),
                        reserved("172.31.3.232", "239.255.3.232", "01-00-5E-7F-03-E8",
                                "and 239.127.3.232, a group of VLAN 10 (VLAN10), has the same MAC")),
                accepts("the base example", Sketch.b0().design()),
                accepts("the same octets in different VLANs", two("igmpMulticast", "10.1.3.232", 20).design()),
                accepts("the same octets in unicast", two("unicast", "10.1.3.232", 10).design()),
                accepts("the same octets in multicast", two("multicast", "10.1.3.232", 10).design()),
                accepts("other last octets", two("igmpMulticast", "10.1.3.233", 10).design()),
                accepts("the group of the cluster itself, listed with the VLAN",
                        groups(List.of("239.255.3.232", "239.1.2.3")).design()),
                accepts("an address in .255 in multicast mode", vip("172.31.255.250").mode("multicast").design()),
                accepts("a cluster without a VIP yet", vip("172.31.3.1").set("WEB", "primaryVip", Attribute.unset())
                        .design()),
                cannotTell("the VIP of one is not known",
                        two("igmpMulticast", "10.1.3.232", 10).set("APP", "primaryVip", Attribute.unknown()).design(),
                        "Cannot evaluate: needs primaryVip of APP."),
                cannotTell("the groups of the VLAN are not known", groups(Attribute.unknown()).design(),
                        "Cannot evaluate: needs multicastGroups of VLAN 10 (VLAN10)."));
    }
}
