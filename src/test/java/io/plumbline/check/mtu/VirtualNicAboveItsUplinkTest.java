package io.plumbline.check.mtu;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class VirtualNicAboveItsUplinkTest implements RuleContract {

    private static Sketch converged(int nic, int virtual) {
        Sketch sketch = NicExceedsSwitchMaximumTest.converged(9014);
        for (String host : List.of("HV1", "HV2")) {
            sketch = sketch.set(host + "/NIC1", "jumboPacket", nic).set(host + "/SMB1", "jumboPacket", virtual)
                    .set(host + "/SMB2", "jumboPacket", 1514);
        }
        return sketch;
    }

    /// A VM with a jumbo adapter on the virtual switch of HV1.
    private static Sketch guest(Sketch sketch) {
        return sketch.vm("VM1", "HV1").vNic("VM1", "LAN", "vSwitch1").set("VM1/LAN", "jumboPacket", 9014);
    }

    @Override
    public Rule rule() {
        return new VirtualNicAboveItsUplink();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("the management OS asks for 9014 above a NIC at 1514",
                        converged(1514, 9014).design(),
                        "error: HV1/SMB1 builds packets of 9000 bytes of IP (9014 - 14), but HV1/NIC1 below its virtual "
                                + "switch sends 1500 at most (1514 - 14). Set JumboPacket 9014 on the physical NIC "
                                + "first, or 1514 on the virtual one.",
                        "error: HV2/SMB1 builds packets of 9000 bytes of IP (9014 - 14), but HV2/NIC1 below its virtual "
                                + "switch sends 1500 at most (1514 - 14). Set JumboPacket 9014 on the physical NIC "
                                + "first, or 1514 on the virtual one."),
                RuleContract.flags("a guest asks for 9014 above a NIC at 4088", guest(converged(4088, 1514)).design(),
                        "error: VM1/LAN builds packets of 9000 bytes of IP (9014 - 14), but HV1/NIC1 below its virtual "
                                + "switch sends 4074 at most (4088 - 14). Set JumboPacket 9014 on the physical NIC "
                                + "first, or 4088 on the virtual one."),
                RuleContract.flags("the smallest member of the team counts, mapped to it or not",
                        Sketch.setMigration().set("HV1/A", "jumboPacket", 9014).set("HV1/B", "jumboPacket", 4088)
                                .set("HV1/vA", "jumboPacket", 9014).design(),
                        "error: HV1/vA builds packets of 9000 bytes of IP (9014 - 14), but HV1/B below its virtual "
                                + "switch sends 4074 at most (4088 - 14). Set JumboPacket 9014 on the physical NIC "
                                + "first, or 4088 on the virtual one."),
                RuleContract.flags("a NIC below what Ethernet carries",
                        converged(1414, 1514).without("HV2", "HV1/SMB2").design(),
                        "error: HV1/SMB1 builds packets of 1500 bytes of IP (1514 - 14), but HV1/NIC1 below its virtual "
                                + "switch sends 1400 at most (1414 - 14). Set JumboPacket 1514 on the physical NIC "
                                + "first, or 1414 on the virtual one."),
                RuleContract.accepts("a virtual NIC at 1514 above a NIC at 9014", converged(9014, 1514).design()),
                RuleContract.accepts("9014 above 9014", guest(converged(9014, 9014)).design()),
                RuleContract.accepts("a private virtual switch",
                        guest(converged(1514, 1514)).set("HV1/vSwitch1", "type", "private").design()),
                RuleContract.accepts("a virtual switch without an uplink",
                        guest(converged(1514, 1514)).set("HV1/vSwitch1", "uplink", Attribute.unset()).design()),
                RuleContract.accepts("a smaller NlMtu keeps the packets of the virtual NIC small",
                        converged(1514, 9014).without("HV2").set("HV1/SMB1", "ip.nlMtuBytes", 1500).design()),
                RuleContract.accepts("an ordinary virtual NIC above a NIC of which nobody knows the size",
                        converged(9014, 1514).set("HV1/NIC1", "jumboPacket", Attribute.unknown()).design()),
                RuleContract.cannotTell("the NIC is not known",
                        converged(9014, 9014).set("HV1/NIC1", "jumboPacket", Attribute.unknown()).design(),
                        "Cannot evaluate: needs jumboPacket of HV1/NIC1."),
                RuleContract.cannotTell("the type of the virtual switch is not known",
                        guest(converged(1514, 1514)).set("HV1/vSwitch1", "type", Attribute.unknown()).design(),
                        "Cannot evaluate: needs type of HV1/vSwitch1."));
    }
}
