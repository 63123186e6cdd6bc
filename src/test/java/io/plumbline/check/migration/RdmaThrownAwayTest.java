package io.plumbline.check.migration;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class RdmaThrownAwayTest implements RuleContract {

    private static Sketch smb(Sketch sketch) {
        return sketch.set("HV1", "lm.option", "smb").set("HV2", "lm.option", "smb");
    }

    /// One NIC with RDMA under a virtual switch, and an adapter of the management OS on it.
    private static Sketch bound(String version) {
        Sketch sketch = Sketch.empty("Bound").cluster("HVC1").network("LM", "10.10.1.0/24");
        for (int i = 1; i <= 2; i++) {
            String host = "HV" + i;
            sketch = sketch.node(host, version).nic(host, "A").rdma(host + "/A").vSwitch(host, "vSwitch1", host + "/A")
                    .vNic(host, "LM", "vSwitch1").address(host + "/LM", "10.10.1." + i);
        }
        return smb(sketch);
    }

    /// SET with RDMA, of HV1 only these adapters with RDMA.
    private static Sketch embedded(boolean first, boolean second) {
        return smb(Sketch.setMigration()).set("HV1/vA", "rdmaEnabled", first).set("HV1/vB", "rdmaEnabled", second);
    }

    private static Sketch mapping(Object first, Object second) {
        return smb(Sketch.setMigration()).set("HV1/vA", "mappedNic", first).set("HV1/vB", "mappedNic", second);
    }

    @Override
    public Rule rule() {
        return new RdmaThrownAway();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("an LBFO team of RDMA NICs for live migration",
                        smb(Sketch.lbfoMigration()).without("HV2").design(),
                        "warning: HV1/T carries SMB over HV1/T, an LBFO team: the RDMA of HV1/A and HV1/B is gone below "
                                + "it, and SMB falls back to TCP. Take the NICs out of the team, with a subnet each."),
                RuleContract.flags("SMB storage over it, whatever the option",
                        Sketch.lbfoMigration().without("HV2").set("T", "purposes", List.of("smbStorage")).design(),
                        "warning: HV1/T carries SMB over HV1/T, an LBFO team: the RDMA of HV1/A and HV1/B is gone below "
                                + "it, and SMB falls back to TCP. Take the NICs out of the team, with a subnet each."),
                RuleContract.flags("under a virtual switch on 2012 R2", bound("2012R2").without("HV2").design(),
                        "warning: HV1/LM carries SMB over HV1/vSwitch1: under a virtual switch Windows Server 2012 R2 has "
                                + "no RDMA, so that of HV1/A is lost. Give SMB NICs of its own."),
                RuleContract.flags("RDMA is off on both virtual NICs", embedded(false, false).iwarp().design(),
                        "warning: HV1/vA and HV1/vB carry SMB over HV1/vSwitch1 with RDMA switched off, although HV1/A "
                                + "and HV1/B below can do it. Enable RDMA on the virtual NICs."),
                RuleContract.flags("RDMA is off on one of those that are meant for it",
                        embedded(true, false).iwarp().set("vA", "purposes", List.of("liveMigration"))
                                .set("vB", "purposes",
                                        List.of("liveMigration"))
                                .design(),
                        "warning: HV1/vB carries SMB over HV1/vSwitch1 with RDMA switched off, although HV1/A and HV1/B "
                                + "below can do it. Enable RDMA on the virtual NICs."),
                RuleContract.flags("neither adapter is mapped", mapping(Attribute.unset(), Attribute.unset()).design(),
                        "warning: HV1/vA and HV1/vB on HV1/vSwitch1 use RDMA, but HV1/vA and HV1/vB are mapped to no NIC: "
                                + "both may sit on one port and fail with it. Map each of them to a NIC of its own (HV1/A "
                                + "and HV1/B)."),
                RuleContract.flags("one is not mapped", mapping("HV1/B", Attribute.unset()).design(),
                        "warning: HV1/vA and HV1/vB on HV1/vSwitch1 use RDMA, but HV1/vB is mapped to no NIC: both may "
                                + "sit on one port and fail with it. Map each of them to a NIC of its own (HV1/A and "
                                + "HV1/B)."),
                RuleContract.flags("both are mapped to one NIC", mapping("HV1/A", "HV1/A").design(),
                        "warning: HV1/vA and HV1/vB on HV1/vSwitch1 use RDMA, but HV1/vA and HV1/vB are both mapped to "
                                + "HV1/A: both may sit on one port and fail with it. Map each of them to a NIC of its own "
                                + "(HV1/A and HV1/B)."),
                RuleContract.accepts("a team for VMs beside separate RDMA NICs",
                        Sketch.twins("equal").nic("HV1", "C").nic("HV1", "D").rdma("HV1/C").rdma("HV1/D")
                                .lbfo("HV1", "VM", "switchIndependent", "C", "D")
                                .vSwitch("HV1", "vSwitch1", "HV1/VM/VM")
                                .design()),
                RuleContract.accepts("SET with RDMA adapters mapped one to one", embedded(true, true).design()),
                RuleContract.accepts("four adapters on two NICs, two on each",
                        embedded(true, true).vNic("HV1", "vC", "vSwitch1").set("HV1/vC", "rdmaEnabled", true)
                                .set("HV1/vC", "mappedNic", "HV1/A").vNic("HV1", "vD", "vSwitch1")
                                .set("HV1/vD", "rdmaEnabled", true).set("HV1/vD", "mappedNic", "HV1/B").design()),
                RuleContract.accepts("an adapter for management without RDMA beside those with it, and no selection",
                        embedded(true, true).network("M", "10.0.0.0/24").vNic("HV1", "M", "vSwitch1")
                                .address("HV1/M", "10.0.0.1").design()),
                RuleContract.accepts("compression", Sketch.lbfoMigration().design()),
                RuleContract.accepts("NICs without RDMA in the team",
                        smb(Sketch.lbfoMigration()).without("HV2").set("HV1/A", "rdma.capable", false)
                                .set("HV1/A", "rdma.enabled", false).set("HV1/B", "rdma.capable", false)
                                .set("HV1/B", "rdma.enabled", false).design()),
                RuleContract.accepts("one RDMA adapter above one NIC on 2016",
                        bound("2016").set("HV1/LM", "rdmaEnabled",
                                true).set("HV2/LM", "rdmaEnabled", true).design()),
                RuleContract.cannotTell("the option is not known",
                        smb(Sketch.lbfoMigration()).without("HV2").set("HV1", "lm.option", Attribute.unknown())
                                .design(),
                        "Cannot evaluate: needs lm.option of HV1."),
                RuleContract.cannotTell("the version is not known",
                        bound("2016").without("HV2").set("HV1", "osVersion", Attribute.unknown()).design(),
                        "Cannot evaluate: needs osVersion of HV1."),
                RuleContract.cannotTell("whether RDMA is on is not known",
                        embedded(true, true).set("HV1/vB", "rdmaEnabled", Attribute.unknown()).design(),
                        "Cannot evaluate: needs rdmaEnabled of HV1/vB."));
    }
}
