package io.plumbline.check.mtu;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class TwinNetworksDifferTest implements RuleContract {

    /// Twins on switches at 9216 with these JumboPacket values.
    private static Sketch twins(int a, int b) {
        return Sketch.jumbo(a, Sketch.NEXUS, 9216).set("HV1/B", "jumboPacket", b).set("HV2/B", "jumboPacket", b);
    }

    @Override
    public Rule rule() {
        return new TwinNetworksDiffer();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("9014 on one twin, 1514 on the other", twins(9014, 1514).design(),
                        "warning: SMB Multichannel uses A and B at once, but A sends packets of 9000 bytes of IP and B of "
                                + "1500. Bring both to the same value, and prove both ways."),
                RuleContract.flags("the smaller twin's switch passes no more: only down",
                        twins(1514, 9014).set("SW-A/1", "mtu", 1500).set("SW-A/2", "mtu", 1500).design(),
                        "warning: SMB Multichannel uses A and B at once, but B sends packets of 9000 bytes of IP and A of "
                                + "1500. Bring both to the same value, and prove both ways."),
                RuleContract.flags("a port stops the packets of one twin (other rules name it, and this is withheld)",
                        twins(9014, 9014).set("SW-B/2", "mtu", 1500).design(),
                        "warning: SMB Multichannel uses A and B at once, and only A carries full packets: on B port 2 of "
                                + "SW-B passes 1500 of its 9000 bytes of IP. Repair the way of B, and prove both."),
                RuleContract.flags("a recorded ping failed on one twin",
                        UnprovenJumboPathTest.ping(twins(9014, 9014), "HV2/A", "HV1/A", 8972, false,
                                UnprovenJumboPathTest.DAY).design(),
                        "warning: SMB Multichannel uses A and B at once, and only B carries full packets: on A a recorded "
                                + "ping of 8972 bytes from HV2/A to HV1/A was not answered. Repair the way of A, and prove "
                                + "both."),
                RuleContract.accepts("the same value on switches of different models",
                        twins(9014, 9014).with(Sketch.PC8132).set("SW-B", "model", "pc8132").design()),
                RuleContract.accepts("jumbo on live migration and CSV, not on management",
                        twins(9014, 1514).set("B", "purposes", List.of("management")).set("HVC1", "lmNetworks",
                                List.of("A")).design()),
                RuleContract.accepts("a slower NIC is no twin",
                        twins(9014, 1514).set("HV1/B", "linkSpeedMbps", 1000).set("HV2/B", "linkSpeedMbps", 1000)
                                .design()),
                RuleContract.accepts("a network that is mixed itself is another fault",
                        twins(9014, 9014).set("HV1/B", "jumboPacket", 1514).design()),
                RuleContract.accepts("the failure was repaired",
                        UnprovenJumboPathTest
                                .proven(UnprovenJumboPathTest.ping(twins(9014, 9014), "HV2/A", "HV1/A", 8972,
                                        false, UnprovenJumboPathTest.DAY.minusDays(1)), "HV1/A", "HV2/A", 8972)
                                .design()),
                RuleContract.accepts("a larger ping than the NICs send proves nothing against the way",
                        UnprovenJumboPathTest.ping(twins(9014, 9014), "HV2/A", "HV1/A", 9572, false,
                                UnprovenJumboPathTest.DAY).design()),
                RuleContract.cannotTell("one size is not known",
                        twins(9014, 9014).set("HV2/B", "jumboPacket", Attribute.unknown()).design(),
                        "Cannot evaluate: needs jumboPacket of HV2/B."));
    }
}
