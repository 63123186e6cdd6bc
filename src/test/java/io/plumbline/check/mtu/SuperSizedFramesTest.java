package io.plumbline.check.mtu;

import io.plumbline.Sketch;
import io.plumbline.Sketch.Station;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class SuperSizedFramesTest implements RuleContract {

    /// Two switches that both carry 12000, of one model or of two.
    private static Sketch fabric(int jumboPacket, boolean mixed) {
        return Sketch.path(jumboPacket, jumboPacket, true, Station.at(Sketch.S4810, 12000),
                Station.at(mixed ? Sketch.IO_AGGREGATOR : Sketch.S4810, 12000));
    }

    private static Sketch planned(Sketch sketch) {
        return sketch.with(Sketch.PC8132).device("NEW").set("NEW", "model", "pc8132").set("NEW", "flags",
                List.of("planned"));
    }

    @Override
    public Rule rule() {
        return new SuperSizedFrames();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("9614 over switches of two models", fabric(9614, true).design(),
                        "advice: LM sends packets of up to 9600 bytes of IP (NIC HV1/LM: 9614 - 14), and its ways lead "
                                + "over \"Force10 S4810\" and \"Dell M I/O Aggregator\", of which the smallest decides. "
                                + "Set 9014 on the NICs and the maximum on the switches."),
                RuleContract.flags("9614 over one model, and a smaller switch is planned",
                        planned(fabric(9614, false)).design(),
                        "advice: LM sends packets of up to 9600 bytes of IP (NIC HV1/LM: 9614 - 14), and the planned NEW "
                                + "(\"PowerConnect 8132\") carries less. Set 9014 on the NICs and the maximum on the "
                                + "switches."),
                RuleContract.flags("both", planned(fabric(9614, true)).design(),
                        "advice: LM sends packets of up to 9600 bytes of IP (NIC HV1/LM: 9614 - 14), and its ways lead "
                                + "over \"Force10 S4810\" and \"Dell M I/O Aggregator\", of which the smallest decides, and "
                                + "the planned NEW (\"PowerConnect 8132\") carries less. Set 9014 on the NICs and the "
                                + "maximum on the switches."),
                RuleContract.flags("virtual NICs above NICs of that size: all of them come down",
                        NicExceedsSwitchMaximumTest.converged(9614).with(Sketch.S4810, Sketch.NEXUS)
                                .set("SW1", "model", "s4810").set("SW1/1", "mtu", 12000)
                                .set("SW1/2", "mtu", 12000).device("NEW").set("NEW", "model", "nexus")
                                .set("NEW", "flags", List.of("planned")).without("SMB2").design(),
                        "advice: SMB1 sends packets of up to 9600 bytes of IP (virtual NIC HV1/SMB1: 9614 - 14), and the "
                                + "planned NEW (\"Cisco Nexus\") carries less. Set 9014 on the NICs and the maximum on "
                                + "the switches."),
                RuleContract.accepts("9614 in a closed fabric of one model", fabric(9614, false).design()),
                RuleContract.accepts("9014 over two models", planned(fabric(9014, true)).design()),
                RuleContract.accepts("a planned switch that carries as much",
                        planned(fabric(9614, false)).set("NEW", "model", "s4810").design()),
                RuleContract.accepts("one switch, whatever it is",
                        Sketch.path(9614, 9614, true, Station.at(Sketch.S4810, 12000))
                                .set("SW1", "model", Attribute.unset()).design()),
                RuleContract.cannotTell("the model of the second switch is not known",
                        fabric(9614, false).set("SW2", "model", Attribute.unknown()).design(),
                        "Cannot evaluate: needs model of SW2."));
    }
}
