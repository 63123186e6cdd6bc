package io.plumbline.check.mtu;

import io.plumbline.Sketch;
import io.plumbline.Sketch.Station;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.SwitchModel;
import java.util.List;

class NumbersCountedDifferentlyTest implements RuleContract {

    private static Sketch at(SwitchModel model, int mtu, boolean tagged) {
        return Sketch.path(9014, 9014, tagged, Station.at(model, mtu)).set("SW1/2", "mtu",
                model == Sketch.CATALYST ? 9198 : 9216);
    }

    @Override
    public Rule rule() {
        return new NumbersCountedDifferently();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("FTOS at 9018 on a tagged VLAN", at(Sketch.S4810, 9018, true).design(),
                        "error: Port 1 of SW1 looks large enough with 9018, but its number counts header, "
                                + "checksum and tag: it passes 8996 bytes of IP (9018 - 22), and NIC HV1/LM sends 9000 "
                                + "(9014 - 14). Set its MTU to 12000, the maximum of \"Force10 S4810\"."),
                RuleContract.flags("FTOS at 9000, untagged", at(Sketch.S4810, 9000, false).design(),
                        "error: Port 1 of SW1 looks large enough with 9000, but its number counts header and "
                                + "checksum: it passes 8982 bytes of IP (9000 - 18), and NIC HV1/LM sends 9000 (9014 - "
                                + "14). Set its MTU to 12000, the maximum of \"Force10 S4810\"."),
                RuleContract.flags("Junos at 9014, tagged: header and tag count, the checksum does not",
                        at(Sketch.JUNOS, 9014, true).design(),
                        "error: Port 1 of SW1 looks large enough with 9014, but its number counts the header and "
                                + "the tag: it passes 8996 bytes of IP (9014 - 18), and NIC HV1/LM sends 9000 (9014 - 14). "
                                + "Set its MTU to 9216, the maximum of \"Juniper EX\"."),
                RuleContract.flags("nobody documents the counting: a warning",
                        at(Sketch.UNDOCUMENTED, 9000, true).design(),
                        "warning: Port 1 of SW1 looks large enough with 9000, but nobody documents whether its "
                                + "number counts header, checksum and tag: it may pass no more than 8978 bytes of IP (9000 "
                                + "- 22), and NIC HV1/LM sends 9000 (9014 - 14). Set its MTU to 9216, the maximum of "
                                + "N-Series."),
                RuleContract.accepts("FTOS at 9018, untagged", at(Sketch.S4810, 9018, false).design()),
                RuleContract.accepts("9216 fits under every way of counting",
                        at(Sketch.UNDOCUMENTED, 9216, true).design()),
                RuleContract.accepts("NX-OS at 9000 is an exact fit", at(Sketch.NEXUS, 9000, true).design()),
                RuleContract.accepts("Junos at 9014, untagged", at(Sketch.JUNOS, 9014, false).design()),
                RuleContract.accepts("1554 does not look enough: MTU002", at(Sketch.S4810, 1554, true).design()),
                RuleContract.accepts("the switch can never carry it: MTU001",
                        Sketch.path(9214, 9214, true, Station.at(Sketch.PC8132, 9216)).design()),
                RuleContract.accepts("ordinary packets at 1500 on a switch whose counting nobody documents",
                        Sketch.path(1514, 1514, true, Station.at(Sketch.UNDOCUMENTED, 1500)).design()),
                RuleContract.cannotTell("nobody knows whether the switch can do more",
                        at(Sketch.UNDOCUMENTED, 9000, true).set("SW1", "model", Attribute.unknown()).design(),
                        "Cannot evaluate: needs model of SW1."));
    }
}
