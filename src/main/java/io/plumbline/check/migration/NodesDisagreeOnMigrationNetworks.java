package io.plumbline.check.migration;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Put;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.topology.Answer;
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
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(FailoverCluster.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, FailoverCluster cluster) {
        List<Id> any = new ArrayList<>();
        List<Id> these = new ArrayList<>();
        List<Outcome> gaps = new ArrayList<>();
        List<Host> nodes = facts.topology().hosts(cluster.id());
        for (Host node : nodes) {
            switch (facts.topology().effective().lmAnyNetwork(node)) {
                case Answer.Sure<Boolean>(Boolean value) -> (value ? any : these).add(node.id());
                case Answer.NotKnown<Boolean> needs -> facts.cannotTell(id(), node.id(), needs).forEach(gaps::add);
            }
        }
        if (any.isEmpty() || these.isEmpty()) {
            // A lone node has nobody to disagree with.
            return nodes.size() > 1 ? gaps.stream() : Stream.empty();
        }
        Finding finding = Finding.of(id(), Severity.WARNING, any.getFirst())
                .fact("cluster", facts.name(cluster.id())).fact("any", facts.names().list(any))
                .fact("accept", any.size() == 1 ? "accepts" : "accept").fact("these", facts.names().list(these))
                .fact("list", these.size() == 1 ? "lists" : "list").concerning("cluster", cluster.id());
        for (Id host : any) {
            finding = finding.proof(host, "lm.anyNetwork", "any available network");
        }
        for (Id host : these) {
            finding = finding.proof(host, "lm.anyNetwork", "these IP addresses");
        }
        return Stream.of(finding);
    }

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        List<Host> loose =
                finding.evidence().stream().map(proof -> facts.topology().element(proof.element(), Host.class))
                        .filter(node -> facts.topology().effective().lmAnyNetwork(node).is(true)).toList();
        return List.of(Remedy.of("Set all nodes of " + finding.facts().get("cluster") + " to these networks",
                Put.set(loose, "lm.anyNetwork", false, "any network")));
    }
}
