package io.plumbline.check.migration;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import java.util.List;
import java.util.stream.Stream;

class SingleMigrationPathTest implements RuleContract {

    private static Sketch selected(String nics, String... networks) {
        return Sketch.twins(nics).iwarp().set("HVC1", "lmNetworks", Stream.of(networks).map(Id::new).toList());
    }

    private static Sketch option(Sketch sketch, String word) {
        return sketch.set("HV1", "lm.option", word).set("HV2", "lm.option", word);
    }

    @Override
    public Rule rule() {
        return new SingleMigrationPath();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("one of the twins selected",
                        selected("equal", "A").set("B", "purposes", List.of("liveMigration")).design(),
                        "warning: Live migrations between HV1 and HV2, in both directions, hang on A alone, which HV1/A "
                                + "and HV2/A reach over a single NIC each: when that fails, running migrations fail and no "
                                + "other can start. Select B as well."),
                RuleContract.flags("one network, and nothing else to select", selected("equal", "A").design(),
                        "warning: Live migrations between HV1 and HV2, in both directions, hang on A alone, which HV1/A "
                                + "and HV2/A reach over a single NIC each: when that fails, running migrations fail and no "
                                + "other can start. Select a second network, or build this one on a team that reaches two "
                                + "switches."),
                RuleContract.flags("two selected, one without a link on HV2",
                        selected("equal", "A", "B").set("HV2/A", "linkUp", false).design(),
                        "warning: Live migrations between HV1 and HV2, in both directions, hang on B alone, which HV1/B "
                                + "and HV2/B reach over a single NIC each: when that fails, running migrations fail and no "
                                + "other can start. Give every host an endpoint with a link on A as well."),
                RuleContract.flags("a team on one switch",
                        oneSwitch().design(),
                        "warning: Live migrations between HV1 and HV2, in both directions, hang on LM alone, which HV1/Team1 reaches over SW1 "
                                + "alone: when that fails, running migrations fail and no other can start. Select a "
                                + "second network, or build this one on a team that reaches two switches."),
                RuleContract.flags("two legs each, and a switch in the middle that parts them", inARow().design(),
                        "warning: Live migrations between HV1 and HV2, in both directions, hang on LM alone, which "
                                + "HV2/Team1 reaches over switches that one failure parts: when that fails, running "
                                + "migrations fail and no other can start. Select a second network, or build this one on "
                                + "a team that reaches two switches."),
                RuleContract.flags("compression over twins: the second is a spare",
                        option(selected("equal", "A", "B"), "compression").design(),
                        "advice: Live migrations between HV1 and HV2, in both directions, run over A alone: under "
                                + "compressed TCP, B only waits until it is unavailable. Choose SMB where they should work "
                                + "together."),
                RuleContract.flags("TCP/IP, and the second network is slower",
                        option(selected("slower", "A", "B"), "tcpip").design(),
                        "advice: Live migrations between HV1 and HV2, in both directions, run over A alone: under TCP/IP, "
                                + "B only waits until it is unavailable. That is a spare, not bandwidth."),
                RuleContract.flags("one host sends over compression",
                        selected("equal", "A", "B").set("HV2", "lm.option", "compression").design(),
                        "advice: Live migrations from HV2 to HV1 run over A alone: under compressed TCP, B only waits "
                                + "until it is unavailable. Choose SMB where they should work together."),
                RuleContract.accepts("SMB with two equal selected networks", selected("equal", "A", "B").design()),
                RuleContract.accepts("one network over a team that reaches two switches",
                        Sketch.hiddenUntilFailover().design()),
                RuleContract.accepts("one network over SET on two switches",
                        Sketch.setMigration().without("vB", "HV1/vB",
                                "HV2/vB").set("HV1/vA", "mappedNic", Attribute.unset()).set("HV2/vA", "mappedNic",
                                        Attribute.unset())
                                .design()),
                RuleContract.accepts("no network in common: nothing to choose from (LM012)",
                        selected("equal", "A").without("HV2/A").design()),
                RuleContract.accepts("not cabled yet",
                        selected("equal", "A").without("HV1/A-SW-A/1", "HV2/A-SW-A/2").set("HV1/A", "linkUp", true)
                                .set("HV2/A", "linkUp", true).design()),
                RuleContract.accepts("no networks are drawn", Sketch.b0().design()),
                RuleContract.cannotTell("the selection is not known",
                        selected("equal", "A").set("HVC1", "lmNetworks", Attribute.unknown()).design(),
                        "Cannot evaluate: needs lmNetworks of HVC1."),
                RuleContract.cannotTell("the option is not known",
                        option(selected("equal", "A", "B"), "smb").set("HV2", "lm.option", Attribute.unknown())
                                .design(),
                        "Cannot evaluate: needs lm.option of HV2."));
    }

    /// Four switches in a row: HV1 on the first two, HV2 on the last two.
    private static Sketch inARow() {
        return Sketch.hiddenUntilFailover().without("HV2/NIC1-SW1/2", "HV2/NIC2-SW2/2").device("SW3").device("SW4")
                .ports("SW3", 3).ports("SW4", 3).cable("HV2/NIC1", "SW3/1").cable("HV2/NIC2", "SW4/1")
                .cable("SW2/2", "SW3/2").cable("SW3/3", "SW4/3");
    }

    /// Both members of HV1's team on SW1.
    private static Sketch oneSwitch() {
        return Sketch.hiddenUntilFailover().without("HV1/NIC2-SW2/1").ports("SW1", 4).cable("HV1/NIC2", "SW1/4")
                .set("SW1/4", "mtu", 9216);
    }
}
