package io.plumbline.check.migration;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.NotChecked;
import io.plumbline.check.Outcome;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.model.Attribute;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.topology.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Some nodes of a cluster accept live migrations on any network, others on these networks only: under SMB the looser
/// setting decides for every migration in which such a node takes part, in both directions.
public record NodesDisagreeOnMigrationNetworks() implements Rule {

    @Override
    public String id() {
        return "LM002";
    }

    @Override
    public Stream<Outcome> check(Facts facts) {
        return facts.design().all(FailoverCluster.class).flatMap(cluster -> judge(facts, cluster));
    }

    private Stream<Outcome> judge(Facts facts, FailoverCluster cluster) {
        List<Host> any = new ArrayList<>();
        List<Host> these = new ArrayList<>();
        List<Outcome> gaps = new ArrayList<>();
        facts.design().all(Host.class).filter(host -> host.failoverCluster().is(cluster.id())).forEach(host -> {
            // On a cluster node the setting is off unless somebody switched it on.
            switch (host.lm().anyNetwork().orDefault(false)) {
                case Attribute.Known<Boolean>(Boolean value) -> (value ? any : these).add(host);
                default -> gaps.add(NotChecked.needs(id(), host.id(), "lm.anyNetwork", facts.name(host.id())));
            }
        });
        if (any.isEmpty() || these.isEmpty()) {
            return any.size() + these.size() > 0 ? gaps.stream() : Stream.empty();
        }
        Finding finding = Finding.of(id(), Severity.WARNING, any.getFirst().id())
                .fact("cluster", facts.name(cluster.id())).fact("any", names(facts, any))
                .fact("accept", any.size() == 1 ? "accepts" : "accept").fact("these", names(facts, these))
                .fact("list", these.size() == 1 ? "lists" : "list").concerning("cluster", cluster.id());
        for (Host host : any) {
            finding = finding.proof(host.id(), "lm.anyNetwork", "any available network");
        }
        for (Host host : these) {
            finding = finding.proof(host.id(), "lm.anyNetwork", "these IP addresses");
        }
        return Stream.of(finding);
    }

    private static String names(Facts facts, List<Host> hosts) {
        return Names.join(hosts.stream().map(Host::id).map((Id id) -> facts.name(id)).toList());
    }
}
