package io.plumbline.check.nlb;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.NlbNode;
import java.util.List;

class MacSpoofingOffOnNlbAdapterTest implements RuleContract {

    private static final String UNICAST = "error: MAC address spoofing is off on N1/NLB, an NLB adapter of WEB in "
            + "unicast mode: the guest has to use 02-BF-AC-1F-03-E8, and the virtual switch refuses a MAC that it did "
            + "not assign. Turn it on for this adapter.";

    private static String advice(String mode) {
        return "advice: MAC address spoofing is off on N1/NLB, an NLB adapter of WEB in " + mode + " mode: there the "
                + "adapter keeps its own MAC, so this is no fault, but the proven recipe turns spoofing on for exactly "
                + "these adapters. Turn it on for this adapter.";
    }

    private static final String MIRROR =
            "advice: MAC address spoofing is on for N1/Mgmt, which is in no NLB cluster and "
                    + "no guest team, and N1 is not marked as nested Hyper-V, bridge or firewall. Turn it off: with it the "
                    + "guest may send as anybody.";

    private static Sketch off(String mode) {
        return Sketch.b0().mode(mode).set("N1/NLB", "macSpoofing", false);
    }

    /// N1 has a second adapter that may spoof.
    private static Sketch second() {
        return Sketch.b0().vNic("N1", "Mgmt", "vSwitch1").set("N1/Mgmt", "macSpoofing", true);
    }

    @Override
    public Rule rule() {
        return new MacSpoofingOffOnNlbAdapter();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("off in unicast mode", off("unicast").design(), UNICAST),
                flags("nothing said: it is off as Windows makes it",
                        Sketch.b0().mode("unicast").set("N1/NLB", "macSpoofing", Attribute.unset()).design(), UNICAST),
                flags("off in IGMP multicast mode", off("igmpMulticast").design(), advice("IGMP multicast")),
                flags("off in multicast mode", off("multicast").design(), advice("multicast")),
                flags("one adapter in two clusters: unicast is the worse",
                        off("unicast").nlb("API", "igmpMulticast", "172.31.3.233", "N1/NLB", "N2/NLB").design(),
                        UNICAST),
                flags("two multicast clusters on one adapter",
                        off("igmpMulticast").nlb("API", "igmpMulticast", "172.31.3.233", "N1/NLB", "N2/NLB").design(),
                        advice("IGMP multicast").replace("of WEB", "of API and WEB")),
                flags("on for the management adapter of a node", second().design(), MIRROR),
                accepts("on for the NLB adapters", Sketch.b0().mode("unicast").design()),
                accepts("off on the management adapter of a node",
                        second().set("N1/Mgmt", "macSpoofing", false).design()),
                accepts("on for nested Hyper-V", second().set("N1", "guestFeatures", List.of("nestedHyperV")).design()),
                accepts("on for a bridge", second().set("N1", "guestFeatures", List.of("bridge")).design()),
                accepts("on for a guest firewall", second().set("N1", "guestFeatures", List.of("firewall")).design()),
                accepts("on for the members of a team in the guest",
                        second().vNic("N1", "B", "vSwitch1").set("N1/B", "macSpoofing", true)
                                .lbfo("N1", "GuestTeam", "switchIndependent", "Mgmt", "B").design()),
                accepts("on in a guest marked for NLB whose cluster is not drawn yet",
                        second().without("WEB").set("N1", "guestFeatures", List.of("nlb"))
                                .set("N2/NLB", "macSpoofing", false).design()),
                accepts("a physical node", Sketch.b0().nic("H1", "NIC3").set("WEB", "nodes", List.of(Sketch.part(
                        NlbNode.class, "member", "H1/NIC3"))).set("N1/NLB", "macSpoofing", false)
                        .set("N2/NLB", "macSpoofing", false).mode("unicast").design()),
                accepts("an adapter of the host itself", Sketch.b0().vNic("H1", "Mgmt", "vSwitch1")
                        .set("H1/Mgmt", "macSpoofing", true).design()),
                cannotTell("whether it is on", Sketch.b0().mode("unicast")
                        .set("N1/NLB", "macSpoofing", Attribute.unknown()).design(),
                        "Cannot evaluate: needs macSpoofing of N1/NLB."),
                cannotTell("off, but the mode is not known",
                        off("unicast").set("WEB", "mode", Attribute.unknown()).design(),
                        "Cannot evaluate: needs mode of WEB."),
                cannotTell("on, and nobody knows what the guest does",
                        second().set("N1", "guestFeatures", Attribute.unknown()).design(),
                        "Cannot evaluate: needs guestFeatures of N1."),
                cannotTell("on, and some cluster has unknown nodes",
                        second().nlb("API", "unicast", "172.31.3.233").set("API", "nodes", Attribute.unknown())
                                .design(),
                        "Cannot evaluate: needs nodes of API."));
    }
}
