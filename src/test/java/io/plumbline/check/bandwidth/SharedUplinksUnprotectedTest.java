package io.plumbline.check.bandwidth;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.TrafficClass;
import java.util.List;

class SharedUplinksUnprotectedTest implements RuleContract {

    /// A node with one virtual switch on one NIC, adapters for management and live migration on it, and a VM.
    private static Sketch node(Sketch sketch, String host) {
        int number = host.charAt(2) - '0';
        return sketch.node(host, "2019").nic(host, "NIC1").vSwitch(host, "vSwitch1", host + "/NIC1")
                .vNic(host, "Mgmt", "vSwitch1").address(host + "/Mgmt", "10.0.0." + number).vNic(host, "LM", "vSwitch1")
                .address(host + "/LM", "10.10.1." + number).vm("VM" + number, host)
                .vNic("VM" + number, "LAN", "vSwitch1");
    }

    private static Sketch one() {
        return node(Sketch.empty("Converged").cluster("HVC1").network("Management", "10.0.0.0/24")
                .network("Migration", "10.10.1.0/24").set("Management", "purposes", List.of("management"))
                .set("Migration", "purposes", List.of("liveMigration")), "HV1");
    }

    private static Sketch weights(Sketch sketch, String host, Object management, Object migration) {
        return sketch.set(host + "/Mgmt", "minBandwidthWeight", management).set(host + "/LM", "minBandwidthWeight",
                migration);
    }

    /// The same on SET.
    private static Sketch embedded() {
        return one().nic("HV1", "NIC2").embedded("HV1", "SET1", "NIC1", "NIC2").set("HV1/vSwitch1", "uplink",
                "HV1/SET1");
    }

    private static TrafficClass trafficClass(String name, int priority) {
        return Sketch.part(TrafficClass.class, "name", name, "priorities", List.of(priority), "bandwidthPercent", 10);
    }

    @Override
    public Rule rule() {
        return new SharedUplinksUnprotected();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("no weights", one().design(),
                        "warning: HV1/vSwitch1 carries live migration and management (HV1/LM and HV1/Mgmt) beside 1 VM "
                                + "adapter, and HV1/LM and HV1/Mgmt have no minimum bandwidth: a live migration fills what "
                                + "it finds, and the others wait. Give each of them a weight, and one to the default "
                                + "flow."),
                RuleContract.flags("one of them has the weight 0", weights(one(), "HV1", 0, 30).design(),
                        "warning: HV1/vSwitch1 carries live migration and management (HV1/LM and HV1/Mgmt) beside 1 VM "
                                + "adapter, and HV1/Mgmt has no minimum bandwidth: a live migration fills what it finds, "
                                + "and the others wait. Give each of them a weight, and one to the default flow."),
                RuleContract.flags("a switch without a mode",
                        weights(one(), "HV1", 10, 30).set("HV1/vSwitch1", "minBandwidthMode", "none").design(),
                        "warning: HV1/vSwitch1 carries live migration and management (HV1/LM and HV1/Mgmt) beside 1 VM "
                                + "adapter, and its bandwidth mode is None: a live migration fills what it finds, and the "
                                + "others wait. Build it anew in weight mode, with a weight for each of them."),
                RuleContract.flags("two purposes without VMs", one().without("VM1").design(),
                        "warning: HV1/vSwitch1 carries live migration and management (HV1/LM and HV1/Mgmt), and HV1/LM "
                                + "and HV1/Mgmt have no minimum bandwidth: a live migration fills what it finds, and the "
                                + "others wait. Give each of them a weight, and one to the default flow."),
                RuleContract.flags("SET without classes and limit", embedded().design(),
                        "warning: HV1/vSwitch1 carries live migration and management (HV1/LM and HV1/Mgmt) beside 1 VM "
                                + "adapter, and HV1 has neither DCB classes for SMB and cluster nor an SMB limit: weights "
                                + "do not bind RDMA. Set a limit (LM009), or the classes."),
                RuleContract.flags("a class for SMB and none for the cluster",
                        embedded().set("HV1", "dcb.trafficClasses", List.of(trafficClass("SMB", 3))).design(),
                        "warning: HV1/vSwitch1 carries live migration and management (HV1/LM and HV1/Mgmt) beside 1 VM "
                                + "adapter, and HV1 has neither DCB classes for SMB and cluster nor an SMB limit: weights "
                                + "do not bind RDMA. Set a limit (LM009), or the classes."),
                RuleContract.flags("a VM with a weight on SET",
                        embedded().set("HV1", "smb.lmLimitBytesPerSec", 500_000_000L)
                                .set("VM1/LAN", "minBandwidthWeight",
                                        10)
                                .design(),
                        "warning: VM1/LAN has a weight on HV1/vSwitch1, a SET switch: Microsoft calls VM bandwidth "
                                + "settings there unpredictable. Remove them, and use DCB and an SMB limit."),
                RuleContract.flags("more than 100",
                        weights(one(), "HV1", 30, 40).set("HV1/vSwitch1", "defaultFlowWeight", 50).design(),
                        "warning: The weights on HV1/vSwitch1 add up to 120, more than the 100 of which they are shares. "
                                + "Lower them to 100 together, the default flow counted."),
                RuleContract.flags("the nodes differ",
                        weights(weights(node(one(), "HV2"), "HV1", 10, 30), "HV2", 10, 20).design(),
                        "warning: The nodes of HVC1 give the same adapter different weights: 20 on HV2/LM and 30 on "
                                + "HV1/LM. Set 30 on all of them."),
                RuleContract.accepts("weights for all", weights(one(), "HV1", 10, 30).design()),
                RuleContract.accepts("absolute minima",
                        one().set("HV1/vSwitch1", "minBandwidthMode", "absolute")
                                .set("HV1/Mgmt", "minBandwidthAbsolute",
                                        100_000_000L)
                                .set("HV1/LM", "minBandwidthAbsolute", 1_000_000_000L).design()),
                RuleContract.accepts("one purpose on the switch", one().without("VM1", "HV1/Mgmt").design()),
                RuleContract.accepts("VMs alone", one().without("HV1/LM", "HV1/Mgmt").design()),
                RuleContract.accepts("dedicated NICs for each purpose",
                        Sketch.twins("equal").vNic("HV1", "x", "none").design()),
                RuleContract.accepts("SET with a limit",
                        embedded().set("HV1", "smb.lmLimitBytesPerSec", 500_000_000L).design()),
                RuleContract.accepts("SET with classes",
                        embedded().set("HV1", "dcb.trafficClasses",
                                List.of(trafficClass("SMB", 3), trafficClass("Cluster", 7))).design()),
                RuleContract.accepts("SET for VMs and management alone", embedded().without("HV1/LM").design()),
                RuleContract.accepts("an internal switch",
                        one().set("HV1/vSwitch1", "uplink", Attribute.unset()).design()),
                RuleContract.accepts("the same weights on both nodes",
                        weights(weights(node(one(), "HV2"), "HV1", 10, 30), "HV2", 10, 30).design()),
                RuleContract.cannotTell("the weight is not known",
                        weights(one(), "HV1", Attribute.unknown(), 30).design(),
                        "Cannot evaluate: needs minBandwidthWeight of HV1/Mgmt."),
                RuleContract.cannotTell("the purposes are not known",
                        one().without("HV1/LM").set("Management", "purposes", Attribute.unknown()).design(),
                        "Cannot evaluate: needs purposes of Management."),
                RuleContract.cannotTell("the limit is not known",
                        embedded().set("HV1", "smb.lmLimitBytesPerSec", Attribute.unknown()).design(),
                        "Cannot evaluate: needs smb.lmLimitBytesPerSec of HV1."));
    }
}
