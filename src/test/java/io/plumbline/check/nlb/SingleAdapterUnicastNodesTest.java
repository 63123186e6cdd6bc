package io.plumbline.check.nlb;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class SingleAdapterUnicastNodesTest implements RuleContract {

    private static final String CUT_OFF =
            "warning: N1 and N2 of WEB talk to each other and have only their NLB adapter "
                    + "for it, with 02-BF-AC-1F-03-E8, the one MAC of all in unicast mode and unicast inter-host communication "
                    + "off: such frames never leave the node. Enable unicast inter-host communication, or add an adapter for it "
                    + "to every node.";

    private static Sketch talking() {
        return Sketch.unicastOverTwoSwitches().set("WEB", "interNodeTraffic", true)
                .set("WEB", "unicastInterHostComm", false);
    }

    private static Sketch backEnd(Sketch sketch, String... vms) {
        for (String vm : vms) {
            sketch = sketch.vNic(vm, "BACK", "vSwitch1").accessVlan(vm + "/BACK", 20).address(vm + "/BACK",
                    "10.20.20." + vm.charAt(1));
        }
        return sketch;
    }

    @Override
    public Rule rule() {
        return new SingleAdapterUnicastNodes();
    }

    @Override
    public List<Case> cases() {
        return List.of(flags("one adapter each", talking().design(), CUT_OFF),
                flags("only one of them has another", backEnd(talking(), "N1").design(), CUT_OFF),
                flags("the other adapter has no address", talking().vNic("N1", "BACK", "vSwitch1")
                        .vNic("N2", "BACK", "vSwitch1").design(), CUT_OFF),
                accepts("inter-host communication is on, as it is unless somebody turned it off",
                        talking().set("WEB", "unicastInterHostComm", Attribute.unset()).design()),
                accepts("a second adapter on both", backEnd(talking(), "N1", "N2").design()),
                accepts("nobody said that they talk",
                        talking().set("WEB", "interNodeTraffic", Attribute.unset()).design()),
                accepts("IGMP multicast", talking().mode("igmpMulticast").design()),
                accepts("multicast", talking().mode("multicast").design()),
                cannotTell("nobody knows whether they talk",
                        talking().set("WEB", "interNodeTraffic", Attribute.unknown()).design(),
                        "Cannot evaluate: needs interNodeTraffic of WEB."),
                cannotTell("the address of the second adapters is not known",
                        backEnd(talking(), "N1", "N2").set("N2/BACK", "ip.addresses", Attribute.unknown()).design(),
                        "Cannot evaluate: needs ip.addresses of N2/BACK."),
                cannotTell("the mode is not known", talking().set("WEB", "mode", Attribute.unknown()).design(),
                        "Cannot evaluate: needs mode of WEB."));
    }
}
