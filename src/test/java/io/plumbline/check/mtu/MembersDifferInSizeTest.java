package io.plumbline.check.mtu;

import io.plumbline.Sketch;
import io.plumbline.Sketch.Station;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class MembersDifferInSizeTest implements RuleContract {

    private static Sketch sizes(int a, int b) {
        return Sketch.path(a, b, true, Station.at(Sketch.NEXUS, 9216), Station.at(Sketch.NEXUS, 9216));
    }

    private static Sketch third(Sketch sketch, int jumboPacket) {
        return sketch.node("HV3", "2012R2").nic("HV3", "LM").address("HV3/LM", "10.10.1.3")
                .set("HV3/LM", "jumboPacket", jumboPacket);
    }

    @Override
    public Rule rule() {
        return new MembersDifferInSize();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("9014 at one end, 1514 at the other", sizes(9014, 1514).design(),
                        "warning: LM mixes IP MTUs: 9000 on HV1/LM, 1500 on HV2/LM. Align them all to "
                                + "JumboPacket 9014, unless the whole path is proven for more."),
                RuleContract.flags("the odd one of three is named first", third(sizes(9014, 9014), 9614).design(),
                        "warning: LM mixes IP MTUs: 9600 on HV3/LM, 9000 on HV1/LM and HV2/LM. Align them all to "
                                + "JumboPacket 9014, unless the whole path is proven for more."),
                RuleContract.flags("4088 and 1514", sizes(4088, 1514).design(),
                        "warning: LM mixes IP MTUs: 4074 on HV1/LM, 1500 on HV2/LM. Align them all to an IP MTU "
                                + "of 1500, the smallest."),
                RuleContract.flags("the same JumboPacket, counted differently",
                        sizes(9014, 9014).with(Sketch.PAYLOAD_NIC).set("HV2/LM", "model", "payload-nic").design(),
                        "warning: LM mixes IP MTUs: 9014 on HV2/LM, 9000 on HV1/LM. Align them all to "
                                + "JumboPacket 9014, unless the whole path is proven for more."),
                RuleContract.flags("a lower NlMtu on one side",
                        sizes(9014, 9014).set("HV2/LM", "ip.nlMtuBytes", 1500).design(),
                        "warning: LM mixes IP MTUs: 9000 on HV1/LM, 1500 on HV2/LM. Align them all to "
                                + "JumboPacket 9014, unless the whole path is proven for more."),
                RuleContract.flags("two differ whatever the third is",
                        third(sizes(9014, 1514), 9014).set("HV3/LM", "jumboPacket", Attribute.unknown()).design(),
                        "warning: LM mixes IP MTUs: 9000 on HV1/LM, 1500 on HV2/LM. Align them all to "
                                + "JumboPacket 9014, unless the whole path is proven for more."),
                RuleContract.accepts("9014 at both ends", sizes(9014, 9014).design()),
                RuleContract.accepts("different values on different networks",
                        Sketch.twins("equal").set("HV1/A", "jumboPacket", 9014).set("HV2/A", "jumboPacket", 9014)
                                .design()),
                RuleContract.accepts("a driver that leaves the header out needs another number for the same packet",
                        sizes(9014, 9000).with(Sketch.PAYLOAD_NIC).set("HV2/LM", "model", "payload-nic").design()),
                RuleContract.accepts("a lone endpoint of which nobody knows the size",
                        sizes(9014, 9014).without("HV2/LM").set("HV1/LM", "jumboPacket", Attribute.unknown()).design()),
                RuleContract.cannotTell("one of the two is not known",
                        sizes(9014, 9014).set("HV2/LM", "jumboPacket", Attribute.unknown()).design(),
                        "Cannot evaluate: needs jumboPacket of HV2/LM."));
    }
}
