package io.plumbline.check.mtu;

import io.plumbline.Sketch;
import io.plumbline.Sketch.Station;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.NicModel;
import io.plumbline.model.SwitchModel;
import java.util.List;

class RefusedFrameSizeTest implements RuleContract {

    private static final NicModel LISTED = Element.with(Element.with(NicModel.of(new Id("listed"), "Gigabit ET"),
            "allowedJumboBytes", List.of(1514, 4088, 9014)), "maxJumboBytes", 9014);
    private static final NicModel LARGE =
            Element.with(NicModel.of(new Id("large"), "ConnectX"), "maxJumboBytes", 9614);
    private static final SwitchModel STEPS = Element.with(Element.with(SwitchModel.of(new Id("steps"), "DGS"),
            "allowedMtuBytes", List.of(1518, 1536, 9216)), "accountingKind", "FRAME_FCS");

    private static Sketch path(int a, int b) {
        return Sketch.path(a, b, true, Station.at(Sketch.PC8132, 9216)).with(LISTED, LARGE);
    }

    private static Sketch model(int jumboPacket, NicModel model) {
        return path(9014, 9014).set("HV1/LM", "jumboPacket", jumboPacket).set("HV1/LM", "model", model.id());
    }

    @Override
    public Rule rule() {
        return new RefusedFrameSize();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("two ports beyond the maximum of the switch",
                        path(9014, 9014).set("SW1/1", "mtu", 12000).set("SW1/2", "mtu", 12000).design(),
                        "error: Ports 1 and 2 of SW1 are set to an MTU of 12000, but \"PowerConnect 8132\" takes 9216 at "
                                + "most: the device keeps another value than the drawing. Set 9216."),
                RuleContract.flags("a number that is not in the list",
                        path(1514, 1514).with(STEPS).set("SW1", "model", "steps").set("SW1/1", "mtu", 9000)
                                .set("SW1/2", "mtu", 9216).design(),
                        "error: Port 1 of SW1 is set to an MTU of 9000, but DGS takes only 1518, 1536 and 9216: the "
                                + "device keeps another value than the drawing. Set 9216."),
                RuleContract.flags("one number for the whole switch, below the least",
                        path(1514, 1514).set("pc8132", "mtuScope", "system").set("pc8132", "minMtuBytes", 1518)
                                .set("SW1", "systemMtu", 1400).design(),
                        "error: SW1 is set to an MTU of 1400, but \"PowerConnect 8132\" takes no less than 1518: the "
                                + "device keeps another value than the drawing. Set 1518."),
                RuleContract.flags("a LAG of a stack",
                        Sketch.b0().with(Sketch.PC8132).set("S1", "model", "pc8132").set("S2", "model", "pc8132")
                                .set("Po1", "mtu", 10000).design(),
                        "error: Po1 of Stack is set to an MTU of 10000, but \"PowerConnect 8132\" takes 9216 at most: "
                                + "the device keeps another value than the drawing. Set 9216."),
                RuleContract.flags("a NIC beyond its driver", model(9622, LARGE).design(),
                        "error: HV1/LM is set to JumboPacket 9622, but ConnectX takes 9614 at most: the driver keeps "
                                + "another value than the drawing. Set 9614."),
                RuleContract.flags("a NIC whose driver has a list", model(5000, LISTED).design(),
                        "error: HV1/LM is set to JumboPacket 5000, but \"Gigabit ET\" takes only 1514, 4088 and 9014: "
                                + "the driver keeps another value than the drawing. Set 4088."),
                RuleContract.flags("both members of a team, changed together",
                        Sketch.hiddenUntilFailover().with(LISTED).set("SW1/3", "mtu", 9216).set("SW2/3", "mtu", 9216)
                                .set("HV1/NIC1", "model", "listed").set("HV1/NIC2", "model", "listed")
                                .set("HV1/NIC1", "jumboPacket", 9000).set("HV1/NIC2", "jumboPacket", 9000)
                                .set("HV2/NIC1", "jumboPacket", 1514).set("HV2/NIC2", "jumboPacket", 1514).design(),
                        "error: HV1/NIC1 is set to JumboPacket 9000, but \"Gigabit ET\" takes only 1514, 4088 and 9014: "
                                + "the driver keeps another value than the drawing. Set 4088.",
                        "error: HV1/NIC2 is set to JumboPacket 9000, but \"Gigabit ET\" takes only 1514, 4088 and 9014: "
                                + "the driver keeps another value than the drawing. Set 4088."),
                RuleContract.flags("9000 typed for 9014", path(9014, 9000).design(),
                        "warning: HV2/LM has JumboPacket 9000 where HV1/LM has 9014: Windows counts the header, so "
                                + "packets of IP end at 8986 bytes, 14 short. Set 9014."),
                RuleContract.flags("9000 typed on a virtual NIC",
                        NicExceedsSwitchMaximumTest.converged(9014).set("HV1/SMB1", "jumboPacket", 9000).design(),
                        "warning: HV1/SMB1 has JumboPacket 9000 where HV2/SMB1 has 9014: Windows counts the header, so "
                                + "packets of IP end at 8986 bytes, 14 short. Set 9014."),
                RuleContract.flags("9000 typed on a NIC under the adapters of two networks",
                        NicExceedsSwitchMaximumTest.converged(9014).set("HV1/NIC1", "jumboPacket", 9000).design(),
                        "warning: HV1/NIC1 has JumboPacket 9000 where HV2/SMB1 has 9014: Windows counts the header, so "
                                + "packets of IP end at 8986 bytes, 14 short. Set 9014."),
                RuleContract.flags("the path passes 8986 and not 9000: the slip hides a small port",
                        path(9014, 9000).set("SW1/1", "mtu", 9010).set("SW1/2", "mtu", 9010).design(),
                        "warning: HV2/LM has JumboPacket 9000 where HV1/LM has 9014: Windows counts the header, so "
                                + "packets of IP end at 8986 bytes, 14 short. Set 9014."),
                RuleContract.accepts("a model that the catalogue does not know",
                        path(9014, 9014).set("SW1/1", "mtu", 12000).set("SW1", "model", Attribute.unset()).design()),
                RuleContract.accepts("9000 on a driver that leaves the header out",
                        path(9014, 9000).with(Sketch.PAYLOAD_NIC).set("HV2/LM", "model", "payload-nic").design()),
                RuleContract.accepts("9000 everywhere", path(9000, 9000).design()),
                RuleContract.accepts("9000 and 1514: nobody has 9014", path(9000, 1514).design()),
                RuleContract.accepts("the largest number that each takes", model(9614, LARGE).design()),
                RuleContract.accepts("a port that nobody uses, and nobody knows",
                        path(9014, 9014).ports("SW1", 3).set("SW1/3", "mtu", Attribute.unknown()).design()),
                RuleContract.cannotTell("a port in use of which nobody knows the number",
                        path(9014, 9014).set("SW1/1", "mtu", Attribute.unknown()).design(),
                        "Cannot evaluate: needs mtu of port 1 of SW1."),
                RuleContract.cannotTell("a NIC that may have 9000",
                        path(9014, 9014).set("HV2/LM", "jumboPacket", Attribute.unknown()).design(),
                        "Cannot evaluate: needs jumboPacket of HV2/LM."));
    }
}
