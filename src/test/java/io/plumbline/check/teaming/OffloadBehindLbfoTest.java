package io.plumbline.check.teaming;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class OffloadBehindLbfoTest implements RuleContract {

    /// RDMA adapters in an LBFO team under a virtual switch, and a free RDMA adapter beside it.
    private static Sketch lbfo(String os) {
        return Sketch.empty("LBFO").host("H1", os).nic("H1", "NIC1").nic("H1", "NIC2").nic("H1", "SMB1")
                .rdma("H1/SMB1").lbfo("H1", "Team1", "switchIndependent", "NIC1", "NIC2")
                .vSwitch("H1", "vSwitch1", "H1/Team1/Team1").vm("N1", "H1").vNic("N1", "LAN", "vSwitch1");
    }

    private static Sketch storage(Sketch sketch, String nic) {
        return sketch.rdma(nic).set(nic, "purposes", List.of("smbStorage"));
    }

    private static final String PASSES = ", and its uplink is the LBFO team H1/Team1: SR-IOV goes past the team, which "
            + "can neither move nor protect that traffic. ";

    @Override
    public Rule rule() {
        return new OffloadBehindLbfo();
    }

    @Override
    public List<Case> cases() {
        Sketch direct = lbfo("2012R2").without("H1/Team1").set("H1/vSwitch1", "uplink", "H1/NIC1");
        return List.of(
                flags("SR-IOV is on, 2012 R2", lbfo("2012R2").set("H1/vSwitch1", "iovEnabled", true).design(),
                        "error: SR-IOV is on at H1/vSwitch1" + PASSES
                                + "Give up SR-IOV there, or give the VM an adapter "
                                + "on each of two virtual switches without a team and team them inside the VM."),
                flags("a VM requires it, 2019",
                        lbfo("2019").set("N1/LAN", "iovWeight", 100).set("N1/LAN", "iovRequired", true).design(),
                        "error: N1/LAN requires SR-IOV on H1/vSwitch1" + PASSES + "Rebuild the team as SET."),
                flags("RDMA storage in the team", storage(lbfo("2012R2"), "H1/NIC1").design(),
                        "error: H1/NIC1 is to carry SMB storage over RDMA, but it is a member of the LBFO team H1/Team1: "
                                + "RDMA is lost there. Take it out of the team: SMB Multichannel gives it redundancy."),
                flags("RDMA storage under a virtual switch on 2012 R2", storage(direct, "H1/NIC1").design(),
                        "error: H1/NIC1 is to carry SMB storage over RDMA, but it is bound to H1/vSwitch1 on Windows "
                                + "Server 2012 R2: RDMA is lost there. Keep it free of the virtual switch, or go to SET "
                                + "on Windows Server 2016 or later."),
                accepts("RDMA beside the team", storage(lbfo("2012R2"), "H1/SMB1").design()),
                accepts("RDMA in the team that nobody counts on", lbfo("2012R2").rdma("H1/NIC1").design()),
                accepts("storage over a teamed adapter without RDMA",
                        lbfo("2012R2").set("H1/NIC1", "purposes", List.of("smbStorage")).design()),
                accepts("SR-IOV wished for, not required", lbfo("2012R2").set("N1/LAN", "iovWeight", 100).design()),
                accepts("SET with SR-IOV and RDMA",
                        storage(lbfo("2019").without("H1/Team1").embedded("H1", "SET1", "NIC1", "NIC2")
                                .set("H1/vSwitch1", "uplink", "H1/SET1"), "H1/NIC1").set("H1/vSwitch1", "iovEnabled",
                                        true)
                                .design()),
                accepts("RDMA under a virtual switch on 2016",
                        storage(direct, "H1/NIC1").set("H1", "osVersion", "2016").design()),
                cannotTell("nobody knows whether SR-IOV is on",
                        lbfo("2012R2").set("H1/vSwitch1", "iovEnabled", Attribute.unknown()).design(),
                        "Cannot evaluate: needs iovEnabled of H1/vSwitch1."),
                cannotTell("nobody knows what the adapter is for",
                        lbfo("2012R2").rdma("H1/NIC1").set("H1/NIC1", "purposes", Attribute.unknown()).design(),
                        "Cannot evaluate: needs purposes of H1/NIC1."));
    }
}
