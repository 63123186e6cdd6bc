package io.plumbline.check.mtu;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class TeamMembersDifferInSizeTest implements RuleContract {

    /// Hosts with a team of two NICs each over one switch at 9216.
    private static Sketch teams(int first, int second) {
        return Sketch.hiddenUntilFailover().set("SW1/3", "mtu", 9216).set("SW2/3", "mtu", 9216)
                .set("HV1/NIC1", "jumboPacket", first).set("HV1/NIC2", "jumboPacket", second);
    }

    @Override
    public Rule rule() {
        return new TeamMembersDifferInSize();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("9014 and 1514 in an LBFO team", teams(9014, 1514).design(),
                        "error: The members of HV1/Team1 send packets of different size: 9000 bytes of IP (JumboPacket "
                                + "9014) on HV1/NIC1, 1500 bytes of IP (JumboPacket 1514) on HV1/NIC2. What passes hangs "
                                + "on the member that the hash picks. Give all members one value, starting with HV1/NIC2."),
                RuleContract.flags("the link between the switches passes the small value alone",
                        teams(1514, 9014).set("SW1/3", "mtu", 1518).design(),
                        "error: The members of HV1/Team1 send packets of different size: 9000 bytes of IP (JumboPacket "
                                + "9014) on HV1/NIC2, 1500 bytes of IP (JumboPacket 1514) on HV1/NIC1. What passes hangs "
                                + "on the member that the hash picks. Give all members one value, starting with HV1/NIC1."),
                RuleContract.flags("in a SET team under a virtual switch",
                        Sketch.setMigration().set("HV2/A", "jumboPacket", 9014).design(),
                        "error: The members of HV2/SET1 send packets of different size: 9000 bytes of IP (JumboPacket "
                                + "9014) on HV2/A, 1500 bytes of IP (JumboPacket 1514) on HV2/B. What passes hangs on "
                                + "the member that the hash picks. Give all members one value, starting with HV2/B."),
                RuleContract.flags("one number, counted differently by the two drivers",
                        teams(9014, 9014).with(Sketch.PAYLOAD_NIC).set("HV1/NIC2", "model", "payload-nic").design(),
                        "error: The members of HV1/Team1 send packets of different size: 9014 bytes of IP (JumboPacket "
                                + "9014) on HV1/NIC2, 9000 bytes of IP (JumboPacket 9014) on HV1/NIC1. What passes hangs "
                                + "on the member that the hash picks. Give all members one value, starting with HV1/NIC1."),
                RuleContract.flags("two differ, whatever the third is",
                        teams(9014, 1514).nic("HV1", "NIC3").set("HV1/NIC3", "jumboPacket", Attribute.unknown())
                                .without("HV1/Team1").lbfo("HV1", "Team1", "switchIndependent", "NIC1", "NIC2", "NIC3")
                                .design(),
                        "error: The members of HV1/Team1 send packets of different size: 9000 bytes of IP (JumboPacket "
                                + "9014) on HV1/NIC1, 1500 bytes of IP (JumboPacket 1514) on HV1/NIC2. What passes hangs "
                                + "on the member that the hash picks. Give all members one value, starting with HV1/NIC2."),
                RuleContract.accepts("a standby member with the same value", teams(9014, 9014).design()),
                RuleContract.accepts("NICs of one host that are in no team together",
                        Sketch.twins("equal").set("HV1/A", "jumboPacket", 9014).design()),
                RuleContract.accepts("a driver that leaves the header out needs another number for the same packet",
                        teams(9014, 9000).with(Sketch.PAYLOAD_NIC).set("HV1/NIC2", "model", "payload-nic").design()),
                RuleContract.accepts("a team that is not finished: one member of which nobody knows the size",
                        teams(9014, 9014).without("HV1/NIC2").set("HV1/NIC1", "jumboPacket", Attribute.unknown())
                                .design()),
                RuleContract.cannotTell("the second member is not known",
                        teams(9014, 9014).set("HV1/NIC2", "jumboPacket", Attribute.unknown()).design(),
                        "Cannot evaluate: needs jumboPacket of HV1/NIC2."));
    }
}
