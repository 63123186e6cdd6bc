package io.plumbline.check.cluster;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.Design;
import java.util.List;

class RoleAgainstPurposeTest implements RuleContract {

    private static Design network(String name, Object role, String... purposes) {
        return Sketch.empty("Roles").cluster("HVC1").network(name, "10.10.1.0/24").set(name, "role", role)
                .set(name, "purposes", List.of(purposes)).design();
    }

    private static Design named(String name, Object role) {
        return Sketch.empty("Roles").cluster("HVC1").network(name, "10.10.1.0/24").set(name, "role", role).design();
    }

    @Override
    public Rule rule() {
        return new RoleAgainstPurpose();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("CSV with role 0", network("SMB1", "0", "csv", "liveMigration"),
                        "error: SMB1 is for live migration and CSV, but its role is 0 (none): the cluster sends neither "
                                + "heartbeat nor CSV traffic over it. Set role 1 (cluster only)."),
                RuleContract.flags("heartbeat with role 0, on a network for clients too",
                        network("LAN", "0", "heartbeat", "client"),
                        "error: LAN is for client and heartbeat, but its role is 0 (none): the cluster sends neither "
                                + "heartbeat nor CSV traffic over it. Set role 3 (cluster and client)."),
                RuleContract.flags("the tag in the name says CSV", named("CSV1+LM2", "0"),
                        "error: CSV1+LM2 is for live migration and CSV, but its role is 0 (none): the cluster sends "
                                + "neither heartbeat nor CSV traffic over it. Set role 1 (cluster only)."),
                RuleContract.flags("iSCSI left with the role it came with",
                        network("iSCSI1", Attribute.unset(), "iscsi"),
                        "warning: iSCSI1 is for iSCSI, but its role is 1 (cluster only) by default: the cluster sends "
                                + "its own traffic over it. Set role 0 (none)."),
                RuleContract.flags("the USB NIC of the management controller", network("iDRAC", "3", "bmc"),
                        "warning: iDRAC is for BMC, but its role is 3 (cluster and client): the cluster sends its own "
                                + "traffic over it. Set role 0 (none)."),
                RuleContract.flags("storage alone", network("SAN", "1", "storageOnly"),
                        "warning: SAN is for storage only, but its role is 1 (cluster only): the cluster sends its own "
                                + "traffic over it. Set role 0 (none)."),
                RuleContract.flags("live migration alone with role 0", network("LM", "0", "liveMigration"),
                        "warning: LM is for live migration, but its role is 0 (none): live migration still works, but "
                                + "no heartbeat uses it. Set role 1 (cluster only)."),
                RuleContract.flags("live migration offered to clients", network("LM", "3", "liveMigration"),
                        "warning: LM is for live migration, but its role is 3 (cluster and client): the cluster may "
                                + "offer it to clients. Set role 1 (cluster only)."),
                RuleContract.flags("management for the cluster alone", network("Management", "1", "management"),
                        "warning: Management is for management, but its role is 1 (cluster only): clients get no "
                                + "cluster address on it. Set role 3 (cluster and client)."),
                RuleContract.accepts("CSV and migration for the cluster alone", network("SMB1", "1", "csv",
                        "liveMigration")),
                RuleContract.accepts("the SMB storage of an S2D cluster with role 1",
                        network("S2D", "1", "smbStorage")),
                RuleContract.accepts("SMB storage that carries CSV too", network("S2D", "1", "smbStorage", "csv")),
                RuleContract.accepts("management with role 3", network("Management", "3", "management")),
                RuleContract.accepts("everything on one network with role 3",
                        network("LAN", "3", "management", "csv", "liveMigration", "client")),
                RuleContract.accepts("iSCSI with role 0", network("iSCSI1", "0", "iscsi")),
                RuleContract.accepts("a backup network that the cluster leaves alone",
                        network("Backup", "0", "backup")),
                RuleContract.accepts("nobody said what it is for", named("Blue", "0")),
                RuleContract.accepts("the role by default fits", named("CSV1+LM2", Attribute.unset())),
                RuleContract.accepts("a gateway makes a network for clients",
                        Sketch.empty("Roles").cluster("HVC1").network("LAN", "10.0.0.0/24").node("HV1", "2022")
                                .nic("HV1", "LAN").address("HV1/LAN", "10.0.0.1")
                                .set("HV1/LAN", "ip.defaultGateway", "10.0.0.254")
                                .set("LAN", "purposes", List.of("management")).design()),
                RuleContract.cannotTell("the role is not known", network("SMB1", Attribute.unknown(), "csv"),
                        "Cannot evaluate: needs role of SMB1."),
                RuleContract.cannotTell("the purposes are not known",
                        Sketch.empty("Roles").cluster("HVC1").network("LAN", "10.0.0.0/24")
                                .set("LAN", "purposes", Attribute.unknown()).set("LAN", "role", "0").design(),
                        "Cannot evaluate: needs purposes of LAN."));
    }
}
