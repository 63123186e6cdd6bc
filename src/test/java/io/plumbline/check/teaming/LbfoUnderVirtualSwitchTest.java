package io.plumbline.check.teaming;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class LbfoUnderVirtualSwitchTest implements RuleContract {

    private static Sketch lbfo(String os) {
        return Sketch.empty("LBFO").host("H1", os).nic("H1", "NIC1").nic("H1", "NIC2").device("S1").ports("S1", 2)
                .cable("H1/NIC1", "S1/1").cable("H1/NIC2", "S1/2")
                .lbfo("H1", "Team1", "switchIndependent", "NIC1", "NIC2").vSwitch("H1", "vSwitch1", "H1/Team1/Team1");
    }

    /// The same with LACP and a LAG.
    private static Sketch lacp(String os) {
        return lbfo(os).set("H1/Team1", "teamingMode", "lacp").lag("Po1", "S1/1", "S1/2").trunk("Po1", "10,20");
    }

    private static final String REBUILD =
            " Rebuild it as SET, and dissolve the LAGs of its ports at the same time.";

    @Override
    public Rule rule() {
        return new LbfoUnderVirtualSwitch();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("2022", lbfo("2022").design(),
                        "error: H1/vSwitch1 stands on the LBFO team H1/Team1, and H1 runs Windows Server 2022: from "
                                + "2022 the tools refuse to bind a virtual switch to an LBFO team." + REBUILD),
                flags("2025, with LACP", lacp("2025").design(),
                        "error: H1/vSwitch1 stands on the LBFO team H1/Team1, and H1 runs Windows Server 2025: from "
                                + "2022 the tools refuse to bind a virtual switch to an LBFO team." + REBUILD),
                flags("2022 with the block bypassed", lbfo("2022").set("H1/vSwitch1", "allowNetLbfoTeams", true)
                        .design(),
                        "warning: H1/vSwitch1 stands on the LBFO team H1/Team1, and H1 runs Windows Server 2022: the "
                                + "block of this version was bypassed, and nobody supports where that leads."
                                + REBUILD),
                flags("2019", lacp("2019").design(),
                        "warning: H1/vSwitch1 stands on the LBFO team H1/Team1, and H1 runs Windows Server 2019: it "
                                + "works, but without RDMA, SR-IOV and Dynamic VMMQ, and it cannot follow to Windows "
                                + "Server 2022." + REBUILD),
                flags("2016, adapters that SET would not take together",
                        lbfo("2016").set("H1/NIC2", "linkSpeedMbps", 1000).design(),
                        "warning: H1/vSwitch1 stands on the LBFO team H1/Team1, and H1 runs Windows Server 2016: it "
                                + "works, but without RDMA, SR-IOV and Dynamic VMMQ, and it cannot follow to Windows "
                                + "Server 2022." + REBUILD),
                accepts("2012 R2: there is no SET", lacp("2012R2").design()),
                accepts("2012", lbfo("2012").design()),
                accepts("2022 without a virtual switch", lbfo("2022").without("H1/vSwitch1").design()),
                accepts("SET on 2022",
                        lbfo("2022").without("H1/Team1").embedded("H1", "SET1", "NIC1", "NIC2")
                                .set("H1/vSwitch1", "uplink", "H1/SET1").design()),
                accepts("a single adapter on 2022", lbfo("2022").set("H1/vSwitch1", "uplink", "H1/NIC1")
                        .without("H1/Team1").design()),
                cannotTell("the version is not known",
                        lbfo("2022").set("H1", "osVersion", Attribute.unknown()).design(),
                        "Cannot evaluate: needs osVersion of H1."),
                cannotTell("the uplink is not known",
                        lbfo("2022").set("H1/vSwitch1", "uplink", Attribute.unknown()).design(),
                        "Cannot evaluate: needs uplink of H1/vSwitch1."));
    }
}
