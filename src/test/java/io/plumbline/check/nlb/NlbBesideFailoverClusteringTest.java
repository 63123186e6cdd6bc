package io.plumbline.check.nlb;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbNode;
import java.util.List;

class NlbBesideFailoverClusteringTest implements RuleContract {

    private static String both(String machine) {
        return "error: " + machine
                + " is a node of WEB and runs Failover Clustering in the same operating system, which "
                + "Microsoft does not support. Give each role a machine of its own.";
    }

    private static Sketch physical() {
        return Sketch.empty("Physical").host("S1", "2019").nic("S1", "LAN").with(NlbCluster.of(new Id("WEB"), "WEB"))
                .set("WEB", "nodes", List.of(NlbNode.of(new Id("S1/LAN"))));
    }

    @Override
    public Rule rule() {
        return new NlbBesideFailoverClustering();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("a guest cluster", Sketch.b0().set("N1", "guestFeatures", List.of("nlb", "failoverClustering"))
                        .design(), both("N1")),
                flags("a physical node with the feature",
                        physical().set("S1", "features", List.of("nlb", "failoverClustering")).design(), both("S1")),
                flags("a physical node that is drawn in a failover cluster",
                        physical().cluster("SQL").set("S1", "failoverCluster", "SQL").design(), both("S1")),
                accepts("highly available VMs of a host cluster", Sketch.b0().design()),
                accepts("the hosts have the feature, the guests do not", Sketch.b0().set("H1", "features",
                        List.of("hyperV", "failoverClustering")).design()),
                accepts("a clustered VM that is no node", Sketch.b0().vm("SQL1", "H1")
                        .set("SQL1", "guestFeatures", List.of("failoverClustering")).design()),
                accepts("a physical node alone", physical().design()),
                cannotTell("the features of the guest are not known",
                        Sketch.b0().set("N1", "guestFeatures", Attribute.unknown()).design(),
                        "Cannot evaluate: needs guestFeatures of N1."),
                cannotTell("the features of the host are not known",
                        physical().set("S1", "features", Attribute.unknown()).design(),
                        "Cannot evaluate: needs features of S1."));
    }
}
