package io.plumbline.check.nlb;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.SignedNote;
import java.util.List;

class OldNlbWorkaroundTest implements RuleContract {

    private static final String SILENCED =
            "N1 has ArpRetryCount 0, so it never reports that an address is used twice. Remove "
                    + "the registry value and restart, unless every other cause was examined and somebody signed for it.";

    private static Sketch staticMac(String mac) {
        return Sketch.unicastOverTwoSwitches().set("N1/NLB", "macMode", "static").set("N1/NLB", "mac", mac);
    }

    private static Sketch signed(String element, String text) {
        return Sketch.b0().set("N1", "arpRetryCount", 0).set(element, "signedNote",
                Sketch.part(SignedNote.class, "text", text, "author", "DVH"));
    }

    private static String unmasked(String switches) {
        return "error: WEB runs in unicast mode and does not mask its source MAC, so " + switches
                + " 02-BF-AC-1F-03-E8 at one port and only one node is served. Set MaskSourceMac.";
    }

    /// The nodes behind a hub on one port of S.
    private static Sketch hub() {
        return Sketch.oneSwitch("unicast").set("WEB", "maskSourceMac", false).device("Hub").set("Hub", "isHub", true)
                .ports("Hub", 4).without("HostA/NIC1-S/1", "HostB/NIC1-S/2", "HostC/NIC1-S/3")
                .cable("HostA/NIC1", "Hub/1").cable("HostB/NIC1", "Hub/2").cable("HostC/NIC1", "Hub/3")
                .cable("Hub/4", "S/1").trunk("Hub/1", "10").trunk("Hub/2", "10").trunk("Hub/3", "10")
                .trunk("Hub/4", "10");
    }

    @Override
    public Rule rule() {
        return new OldNlbWorkaround();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("a: the MAC of the cluster", staticMac("02-BF-AC-1F-03-E8").design(),
                        "advice: N1/NLB has 02-BF-AC-1F-03-E8, the MAC of WEB, as a static MAC: a recipe from before "
                                + "Windows Server 2008 R2. Give it a dynamic MAC; NLB sets its own."),
                flags("b: conflicts silenced", Sketch.b0().set("N1", "arpRetryCount", 0).design(),
                        "warning: " + SILENCED),
                flags("b: a note about something else", signed("N1", "Built by the operations team.").design(),
                        "warning: " + SILENCED),
                flags("b: examined, says a signed note on the VM", signed("N1", "Root cause examined.").design(),
                        "advice: " + SILENCED),
                flags("b: examined, says a signed note on the cluster", signed("WEB", "The root cause was examined")
                        .design(), "advice: " + SILENCED),
                flags("c: unmasked behind switches",
                        Sketch.unicastOverTwoSwitches().set("WEB", "maskSourceMac", false).design(),
                        unmasked("A and B learn")),
                flags("c: unmasked behind one switch",
                        Sketch.oneSwitch("unicast").set("WEB", "maskSourceMac", false).design(),
                        unmasked("S learns")),
                accepts("the base example", Sketch.b0().design()),
                accepts("a: a static MAC of the site", staticMac("00-15-5D-01-00-07").design()),
                accepts("a: the dynamic MAC that an adapter has now",
                        staticMac("02-BF-AC-1F-03-E8").set("N1/NLB", "macMode", "dynamic").design()),
                accepts("b: one retry", Sketch.b0().set("N1", "arpRetryCount", 1).design()),
                accepts("c: behind a hub (U8)", hub().design()),
                accepts("c: multicast", Sketch.b0().mode("multicast").set("WEB", "maskSourceMac", false).design()),
                accepts("c: masked", Sketch.unicastOverTwoSwitches().design()),
                cannotTell("a: the static MAC is not known",
                        Sketch.b0().set("N1/NLB", "macMode", "static").set("N1/NLB", "mac", Attribute.unknown())
                                .design(),
                        "Cannot evaluate: needs mac of N1/NLB."),
                cannotTell("b: nobody looked", Sketch.b0().set("N1", "arpRetryCount", Attribute.unknown()).design(),
                        "Cannot evaluate: needs arpRetryCount of N1."),
                cannotTell("c: masking is not known", Sketch.unicastOverTwoSwitches()
                        .set("WEB", "maskSourceMac", Attribute.unknown()).design(),
                        "Cannot evaluate: needs maskSourceMac of WEB."));
    }
}
