package io.plumbline.check.rdma;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.NicModel;
import java.util.List;

class RdmaDialectsDifferTest implements RuleContract {

    private static final NicModel BOTH = Element.with(NicModel.of(new Id("both"), "FastLinQ"), "rdmaTechnologies",
            List.of("iwarp", "roce", "roceV2"));

    private static Sketch iwarp() {
        Sketch sketch = Sketch.twins("equal").iwarp().with(BOTH);
        for (String nic : List.of("HV1/A", "HV1/B", "HV2/A", "HV2/B")) {
            sketch = sketch.set(nic, "model", "both");
        }
        return sketch;
    }

    private static Sketch third(Sketch sketch) {
        return sketch.node("HV3", "2012R2").set("HV3", "lm.option", "smb").nic("HV3", "A").rdma("HV3/A")
                .set("HV3/A", "rdma.technology", "iwarp").address("HV3/A", "10.10.1.3");
    }

    @Override
    public Rule rule() {
        return new RdmaDialectsDiffer();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("iWARP and RoCE", third(iwarp()).set("HV2/A", "rdma.technology", "roce").design(),
                        "error: The NICs on A speak different kinds of RDMA, iWARP on HV1/A and HV3/A and RoCE on HV2/A: "
                                + "they cannot talk SMB Direct to each other and use TCP. Set iWARP on all of them."),
                RuleContract.flags("the two versions of RoCE, and a NIC of which nobody knows what it can do",
                        Sketch.twins("equal").set("HV2/B", "rdma.technology", "roceV2").design(),
                        "error: The NICs on B speak different kinds of RDMA, RoCE on HV1/B and RoCE v2 on HV2/B: they "
                                + "cannot talk SMB Direct to each other and use TCP. Set RoCE v2 on all of them."),
                RuleContract.flags("RDMA is off at one end", iwarp().set("HV2/A", "rdma.enabled", false).design(),
                        "warning: On A, HV2/A has RDMA switched off, while HV1/A uses it: between them SMB runs over TCP. "
                                + "Enable it."),
                RuleContract.flags("RoCE frames larger than the packets",
                        Sketch.twins("equal").set("HV1/A", "rdma.roceFrameBytes", 4096).design(),
                        "warning: HV1/A is set to RoCE frames of 4096 bytes, more than its JumboPacket of 1514: the "
                                + "driver uses smaller ones and only logs it. Lower the frame size, or raise "
                                + "JumboPacket."),
                RuleContract.accepts("the same technology everywhere", iwarp().design()),
                RuleContract.accepts("different makers, same technology",
                        Sketch.twins("equal").set("HV1/A", "vendor", "Mellanox").set("HV2/A", "vendor", "Broadcom")
                                .design()),
                RuleContract.accepts("different technologies on different networks",
                        Sketch.twins("equal").set("HV1/B", "rdma.technology", "iwarp").set("HV2/B", "rdma.technology",
                                "iwarp").design()),
                RuleContract.accepts("NICs that are not meant to talk SMB to each other",
                        Sketch.twins("equal").set("HV2/A", "rdma.technology", "iwarp").set("HV1", "lm.option",
                                "compression").set("HV2", "lm.option", "compression").design()),
                RuleContract.accepts("a NIC that has no RDMA at all",
                        iwarp().set("HV2/A", "rdma.capable", false).set("HV2/A", "rdma.enabled", false).design()),
                RuleContract.accepts("large RoCE frames under jumbo packets",
                        Sketch.jumboFault(9014).set("HV1/A", "rdma.roceFrameBytes", 4096).design()),
                RuleContract.accepts("RoCE frames of a NIC with iWARP",
                        iwarp().set("HV1/A", "rdma.roceFrameBytes", 4096).design()),
                RuleContract.cannotTell("one technology is not known",
                        iwarp().set("HV2/A", "rdma.technology", Attribute.unknown()).design(),
                        "Cannot evaluate: needs rdma.technology of HV2/A."),
                RuleContract.cannotTell("the frame size is not known",
                        Sketch.twins("equal").set("HV1/A", "rdma.roceFrameBytes", Attribute.unknown()).design(),
                        "Cannot evaluate: needs rdma.roceFrameBytes of HV1/A."));
    }
}
