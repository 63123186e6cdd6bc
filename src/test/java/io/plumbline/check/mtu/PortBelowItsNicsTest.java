package io.plumbline.check.mtu;

import io.plumbline.Sketch;
import io.plumbline.Sketch.Station;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.Element;
import io.plumbline.model.SwitchModel;
import java.util.List;

class PortBelowItsNicsTest implements RuleContract {

    private static Sketch at(SwitchModel model, int mtu, boolean tagged) {
        return Sketch.path(9014, 9014, tagged, Station.at(model, mtu));
    }

    /// A family with one number for the whole switch, or jumbo frames per VLAN.
    private static Sketch scoped(String scope, Integer system) {
        Sketch sketch =
                Sketch.path(9014, 9014, true, Station.asItCame(Element.with(Sketch.CATALYST, "mtuScope", scope)));
        return system == null ? sketch : sketch.set("SW1", "systemMtu", system);
    }

    @Override
    public Rule rule() {
        return new PortBelowItsNics();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("FTOS ports left at 1554, one finding for each port",
                        at(Sketch.S4810, 1554, false).design(),
                        "error: Port 1 of SW1 passes 1536 bytes of IP (1554 - 18), but NIC HV1/LM on LM sends "
                                + "9000 (9014 - 14). Set its MTU to 12000, the maximum of \"Force10 S4810\".",
                        "error: Port 2 of SW1 passes 1536 bytes of IP (1554 - 18), but NIC HV2/LM on LM sends "
                                + "9000 (9014 - 14). Set its MTU to 12000, the maximum of \"Force10 S4810\"."),
                RuleContract.flags("Nexus ports left at 1500: the number counts IP alone",
                        Sketch.path(9014, 9014, true, Station.asItCame(Sketch.NEXUS)).design(),
                        "error: Port 1 of SW1 passes 1500 bytes of IP (its 1500 counts IP alone), but NIC HV1/LM "
                                + "on LM sends 9000 (9014 - 14). Set its MTU to 9216, the maximum of \"Cisco Nexus\".",
                        "error: Port 2 of SW1 passes 1500 bytes of IP (its 1500 counts IP alone), but NIC HV2/LM "
                                + "on LM sends 9000 (9014 - 14). Set its MTU to 9216, the maximum of \"Cisco Nexus\"."),
                RuleContract.flags("one of two ports was forgotten; the other is no finding",
                        at(Sketch.PC8132, 9216, true).set("SW1/2", "mtu", 1518).design(),
                        "error: Port 2 of SW1 passes 1500 bytes of IP (1518 - 18), but NIC HV2/LM on LM sends "
                                + "9000 (9014 - 14). Set its MTU to 9216, the maximum of \"PowerConnect 8132\"."),
                RuleContract.flags("a system MTU is one setting of the switch", scoped("system", 1998).design(),
                        "error: SW1 passes 1998 bytes of IP (its 1998 counts IP alone), but NIC HV1/LM on LM "
                                + "sends 9000 (9014 - 14). Set its system MTU to 9198, the maximum of \"Cisco Catalyst "
                                + "9300\"."),
                RuleContract.flags("jumbo frames are not enabled in the VLAN", scoped("vlan", null).design(),
                        "error: SW1 passes 1500 bytes of IP (its 1500 counts IP alone), but NIC HV1/LM on LM "
                                + "sends 9000 (9014 - 14). Enable jumbo frames in VLAN 101 there."),
                RuleContract.flags("two networks over one port are one setting",
                        NicExceedsSwitchMaximumTest.converged(9014).set("SW1/1", "mtu", 1518).design(),
                        "error: Port 1 of SW1 passes 1500 bytes of IP (1518 - 18), but virtual NIC HV1/SMB1 on "
                                + "SMB1 and SMB2 sends 9000 (9014 - 14). Set its MTU to 9216, the maximum of \"PowerConnect "
                                + "8132\"."),
                RuleContract.flags("storage without live migration or CSV counts too",
                        at(Sketch.S4810, 1554, false).set("LM", "name", "Storage")
                                .set("LM", "purposes", List.of("smbStorage")).set("SW1/2", "mtu", 12000).design(),
                        "error: Port 1 of SW1 passes 1536 bytes of IP (1554 - 18), but NIC HV1/LM on Storage "
                                + "sends 9000 (9014 - 14). Set its MTU to 12000, the maximum of \"Force10 S4810\"."),
                RuleContract.flags("a port in a LAG takes the number of the LAG",
                        at(Sketch.PC8132, 9216, true).set("SW1/1", "mtu", Attribute.unset()).lag("Po1", "SW1/1")
                                .trunk("Po1", "101").set("Po1", "mtu", 1518).design(),
                        "error: Po1 of SW1 passes 1500 bytes of IP (1518 - 18), but NIC HV1/LM on LM sends 9000 "
                                + "(9014 - 14). Set its MTU, and that of every member, to 9216, the maximum of "
                                + "\"PowerConnect 8132\"."),
                RuleContract.accepts("a port at the default that carries endpoints at 1514",
                        Sketch.path(1514, 1514, true, Station.asItCame(Sketch.PC8132)).design()),
                RuleContract.accepts("an FTOS port at 1518 with a tag on top, and endpoints at 1514",
                        Sketch.path(1514, 1514, true, Station.at(Sketch.S4810, 1518)).design()),
                RuleContract.accepts("a port at 9216 in front of NICs at 9014", at(Sketch.PC8132, 9216, true).design()),
                RuleContract.accepts("hosts at 1514 behind a port at 9216: larger on the switch is harmless",
                        Sketch.path(1514, 1514, true, Station.at(Sketch.PC8132, 9216)).design()),
                RuleContract.accepts("one end at 1514: the two agree on the smaller",
                        Sketch.path(9014, 1514, true, Station.asItCame(Sketch.PC8132)).design()),
                RuleContract.accepts("jumbo frames are enabled in the VLAN",
                        scoped("vlan", null).set("SW1", "jumboVlans", List.of(101)).design()),
                RuleContract.accepts("the switch could not carry it anyway: MTU001",
                        Sketch.path(9614, 9614, false, Station.asItCame(Sketch.PC8132)).design()),
                RuleContract.accepts("a management network",
                        at(Sketch.S4810, 1554, false).set("LM", "name", "Management")
                                .set("LM", "purposes", List.of("management")).design()),
                RuleContract.accepts("nobody documents what the number counts, and counted as IP it is enough",
                        at(Sketch.UNDOCUMENTED, 9000, true).design()),
                RuleContract.cannotTell("the MTU of a port is not known",
                        at(Sketch.PC8132, 9216, true).set("SW1/1", "mtu", Attribute.unknown()).design(),
                        "Cannot evaluate: needs mtu of port 1 of SW1."),
                RuleContract.cannotTell("too small as it is set, but nobody knows whether the switch can do more",
                        at(Sketch.S4810, 1554, false).set("SW1", "model", Attribute.unset()).design(),
                        "Cannot evaluate: needs model of SW1."),
                RuleContract.cannotTell("a NIC is not known",
                        at(Sketch.S4810, 1554, false).set("HV1/LM", "jumboPacket", Attribute.unknown()).design(),
                        "Cannot evaluate: needs jumboPacket of HV1/LM."));
    }
}
