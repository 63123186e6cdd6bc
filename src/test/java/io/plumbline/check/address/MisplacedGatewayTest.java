package io.plumbline.check.address;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class MisplacedGatewayTest implements RuleContract {

    /// Two nodes: management with the gateway, and networks CSV and LM without one.
    private static Sketch cluster() {
        Sketch sketch = Sketch.empty("Cluster").cluster("HVC1").network("Mgmt", "10.0.0.0/24")
                .network("CSV1+LM2", "10.10.1.0/24").network("LM", "10.10.2.0/24")
                .set("Mgmt", "purposes", List.of("management")).set("LM", "purposes", List.of("liveMigration"));
        for (int i = 1; i <= 2; i++) {
            String host = "HV" + i;
            sketch = sketch.node(host, "2019").nic(host, "Mgmt").nic(host, "CSV").nic(host, "LM")
                    .address(host + "/Mgmt", "10.0.0." + i).address(host + "/CSV", "10.10.1." + i)
                    .address(host + "/LM", "10.10.2." + i).set(host + "/Mgmt", "ip.defaultGateway", "10.0.0.254");
        }
        return sketch;
    }

    /// The second node in another subnet for live migration: another site.
    private static Sketch stretched() {
        return cluster().network("LM-West", "10.20.2.0/24").set("LM-West", "purposes", List.of("liveMigration"))
                .address("HV2/LM", "10.20.2.2").set("HV1/LM", "ip.defaultGateway", "10.10.2.254")
                .set("HV2/LM", "ip.defaultGateway", "10.20.2.254");
    }

    private static final String TAIL =
            ": the cluster takes its network for one of clients and ranks it behind others, and "
                    + "answers to strangers may leave through it. Remove it; keep one gateway, on management.";
    private static final String TWO = ": which way its answers take is a matter of interface metrics. Keep the one on "
            + "management, and use static routes for the rest.";

    @Override
    public Rule rule() {
        return new MisplacedGateway();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("on live migration", cluster().set("HV1/LM", "ip.defaultGateway", "10.10.2.254").design(),
                        "warning: HV1/LM is for live migration and has the default gateway 10.10.2.254" + TAIL),
                flags("on CSV, as the name of the network has it",
                        cluster().set("HV2/CSV", "ip.defaultGateway", "10.10.1.254").design(),
                        "warning: HV2/CSV is for live migration and CSV and has the default gateway 10.10.1.254"
                                + TAIL),
                flags("on a storage NIC of a stand-alone host",
                        Sketch.empty("Alone").host("HV1", "2019").nic("HV1", "iSCSI").address("HV1/iSCSI", "10.3.0.1")
                                .set("HV1/iSCSI", "ip.purposes", List.of("iscsi"))
                                .set("HV1/iSCSI", "ip.defaultGateway", "10.3.0.254").design(),
                        "warning: HV1/iSCSI is for iSCSI and has the default gateway 10.3.0.254" + TAIL),
                flags("two on one host",
                        cluster().nic("HV1", "Backup").address("HV1/Backup", "10.9.0.1")
                                .set("HV1/Backup", "ip.defaultGateway", "10.9.0.254").design(),
                        "warning: HV1 has two default gateways (10.9.0.254 at HV1/Backup and 10.0.0.254 at HV1/Mgmt)"
                                + TWO),
                flags("two of which nobody knows which is management",
                        Sketch.empty("Alone").host("HV1", "2019").nic("HV1", "A").nic("HV1", "B")
                                .address("HV1/A", "10.0.0.1").address("HV1/B", "10.1.0.1")
                                .set("HV1/A", "ip.defaultGateway", "10.0.0.254")
                                .set("HV1/B", "ip.defaultGateway", "10.1.0.254").design(),
                        "warning: HV1 has two default gateways (10.0.0.254 at HV1/A and 10.1.0.254 at HV1/B)" + TWO),
                accepts("management has the only gateway", cluster().design()),
                accepts("management that carries migrations besides",
                        cluster().set("Mgmt", "purposes", List.of("management", "liveMigration")).design()),
                accepts("management among the selected networks",
                        cluster().set("HVC1", "lmNetworks", List.of("LM", "Mgmt")).design()),
                accepts("a cluster over two sites routes its own traffic", stretched().design()),
                accepts("a gateway of a VM", Sketch.b0().design()),
                cannotTell("the gateway of a migration NIC is not known",
                        cluster().set("HV1/LM", "ip.defaultGateway", Attribute.unknown()).design(),
                        "Cannot evaluate: needs ip.defaultGateway of HV1/LM."),
                cannotTell("what a network is for is not known",
                        cluster().set("LM", "purposes", Attribute.unknown())
                                .set("HV1/LM", "ip.defaultGateway", "10.10.2.254").design(),
                        "Cannot evaluate: needs purposes of LM."));
    }
}
