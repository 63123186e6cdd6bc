package io.plumbline.check.migration;

import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import java.util.List;

class NodesDisagreeOnMigrationNetworksTest implements RuleContract {

    private static final Id CLUSTER = new Id("fc-1");

    private static Host node(int number, Object anyNetwork) {
        Host host = Element.with(Host.of(new Id("h-" + number), "HV" + number), "failoverCluster", CLUSTER);
        return Element.with(host, "lm.anyNetwork", anyNetwork);
    }

    private static Design cluster(Host... nodes) {
        return Design.empty("Cluster").with(FailoverCluster.of(CLUSTER, "HVC1")).with(nodes);
    }

    @Override
    public Rule rule() {
        return new NodesDisagreeOnMigrationNetworks();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("node 1 lists networks, node 2 takes any", cluster(node(1, false), node(2, true)),
                        "warning: In HVC1, HV2 accepts live migrations on any network while HV1 lists networks; "
                                + "with SMB the looser side decides in both directions."),
                RuleContract.flags("two of three take any; the default of a cluster node is these networks",
                        cluster(node(1, true), node(2, Attribute.unset()), node(3, true)),
                        "warning: In HVC1, HV1 and HV3 accept live migrations on any network while HV2 lists networks; "
                                + "with SMB the looser side decides in both directions."),
                RuleContract.accepts("both list networks", cluster(node(1, false), node(2, false))),
                RuleContract.accepts("both take any", cluster(node(1, true), node(2, true))),
                RuleContract.accepts("a stand-alone host differs",
                        cluster(node(1, false))
                                .with(Element.with(Host.of(new Id("h-9"), "HV9"), "lm.anyNetwork", true))),
                RuleContract.cannotTell("node 2 is not known", cluster(node(1, false), node(2, Attribute.unknown())),
                        "Cannot evaluate: needs lm.anyNetwork of HV2."));
    }
}
