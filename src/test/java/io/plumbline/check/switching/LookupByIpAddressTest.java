package io.plumbline.check.switching;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.SwitchModel;
import java.util.List;

class LookupByIpAddressTest implements RuleContract {

    private static final String FLOODS = "floods its frames through the VLAN";
    private static final String DROPS = "drops its frames, since unregistered multicast is filtered";
    private static final String ENTRY = "Enter a static MAC entry for all hosts of the cluster";

    private static String lost(String severity, String consequence, String change) {
        return severity
                + ": S looks up multicast by IP address, and NLB sends packets for a unicast address inside frames "
                + "to 01-00-5E-7F-03-E8: it never finds the group of WEB in VLAN 10 and " + consequence + ". " + change
                + ".";
    }

    private static Sketch byIp() {
        return Sketch.oneSwitch("igmpMulticast").set("S", "mcastLookup", "ip");
    }

    private static Sketch filtering(Sketch sketch) {
        return sketch.set("S", "unregisteredMulticast.default", "filter");
    }

    private static Sketch model(String name, String os) {
        return byIp().with(Element.with(SwitchModel.of(new Id("m"), name), "os", os)).set("S", "model", "m");
    }

    @Override
    public Rule rule() {
        return new LookupByIpAddress();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("snooping with a querier, looked up by IP", byIp().design(), lost("warning", FLOODS, ENTRY)),
                flags("filtered as well", filtering(byIp()).design(), lost("error", DROPS, ENTRY)),
                flags("a static group is an IP group there",
                        byIp().staticGroup("S", 10, "239.255.3.232", "S/1", "S/2", "S/3").design(),
                        lost("warning", FLOODS, ENTRY)),
                flags("a platform that takes no such static MAC",
                        byIp().set("S", "pinsIpMulticastMac", false).design(),
                        lost("warning", FLOODS,
                                "Use multicast mode with a static MAC entry for all hosts of the cluster")),
                flags("Nexus 7000 can look up by MAC", model("Cisco Nexus 7000", "nxos").design(),
                        lost("warning", FLOODS, "Let it look up multicast by MAC")),
                flags("Nexus 9000 cannot", model("Cisco Nexus 9000", "nxos").design(),
                        lost("warning", FLOODS, ENTRY)),
                flags("a VLAN of its own, but filtered", filtering(byIp().set("S/5", "accessVlan", 20)).design(),
                        lost("error", DROPS, ENTRY)),
                accepts("looked up by MAC", Sketch.oneSwitch("igmpMulticast").design()),
                accepts("a VLAN of nodes and gateways alone", byIp().set("S/5", "accessVlan", 20).design()),
                accepts("a static MAC entry",
                        byIp().staticMac("S", 10, "01-00-5E-7F-03-E8", "S/1", "S/2", "S/3").design()),
                accepts("multicast mode", byIp().mode("multicast").design()),
                accepts("unicast", byIp().mode("unicast").design()),
                cannotTell("nobody knows how it looks up",
                        Sketch.oneSwitch("igmpMulticast").set("S", "mcastLookup", Attribute.unset()).design(),
                        "Cannot evaluate: needs mcastLookup of S."),
                cannotTell("the mode is not known", byIp().set("WEB", "mode", Attribute.unknown()).design(),
                        "Cannot evaluate: needs mode of WEB."),
                cannotTell("the static entries are not known",
                        byIp().set("S", "staticMacEntries", Attribute.unknown()).design(),
                        "Cannot evaluate: needs staticMacEntries of S."),
                new Case("whether it is dropped is not known, that it is not found is",
                        byIp().set("S", "unregisteredMulticast.default", Attribute.unknown()).design(),
                        List.of(lost("warning", FLOODS, ENTRY)),
                        List.of("Cannot evaluate: needs unregisteredMulticast.default of S.")));
    }
}
