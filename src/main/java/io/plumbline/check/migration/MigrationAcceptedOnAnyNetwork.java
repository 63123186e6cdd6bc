package io.plumbline.check.migration;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Put;
import io.plumbline.model.Host;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Effective;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Names;
import io.plumbline.topology.Segment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A host takes live migrations on any available network although it has several: what was selected in the cluster, or
/// listed on the host, does not confine them.
public record MigrationAcceptedOnAnyNetwork() implements Rule {

    @Override
    public String id() {
        return "LM001";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(Host.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, Host host) {
        Effective effective = facts.topology().effective();
        Answer<Boolean> any = Answer.allOf(List.of(effective.lmEnabled(host), effective.lmAnyNetwork(host)));
        if (any.is(false)) {
            return Stream.empty();
        }
        // Two addresses of one NIC in one subnet are one network to choose; so are two NICs in one subnet.
        Map<String, Segment> segments = new LinkedHashMap<>();
        Map<String, Endpoint> endpoints = new LinkedHashMap<>();
        List<Answer<Optional<Segment>>> open = new ArrayList<>();
        for (Endpoint endpoint : facts.topology().endpoints().of(host.id())) {
            Answer<Optional<Segment>> segment = facts.topology().endpoints().segment(endpoint);
            if (segment.isSure()) {
                segment.find().flatMap(each -> each).ifPresent(each -> {
                    segments.putIfAbsent(each.key(), each);
                    endpoints.putIfAbsent(each.key(), endpoint);
                });
            } else {
                open.add(segment);
            }
        }
        Answer<Boolean> several = segments.size() >= 2 ? Answer.sure(true)
                : segments.size() + open.size() < 2 ? Answer.sure(false)
                        : Answer.all(open).then(_ -> Answer.sure(true));
        Answer<Boolean> fires = Answer.allOf(List.of(any, several));
        if (!fires.is(true)) {
            return facts.cannotTell(id(), host.id(), fires);
        }
        List<String> names = segments.values().stream().map(Segment::name).map(Names::quoted).toList();
        boolean clustered = effective.failoverCluster(host).find().flatMap(cluster -> cluster).isPresent();
        Finding finding = Finding.of(id(), Severity.WARNING, host.id()).fact("host", facts.name(host.id()))
                .fact("count", Names.number(names.size())).fact("networks", Names.join(names))
                .fact("fix", clustered
                        ? "Select and order the networks in the cluster and set the host to these IP addresses."
                        : "Switch that off and list the subnets with priorities.")
                .concerning("host", host.id()).proof(host.id(), "lm.anyNetwork", "any available network");
        for (Map.Entry<String, Endpoint> each : endpoints.entrySet()) {
            finding = finding.proof(each.getValue().id(), "network", segments.get(each.getKey()).name());
        }
        return Stream.of(finding);
    }

    /// In a cluster the list is that of the cluster; on a stand-alone host somebody has to write it first.
    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        Host host = facts.topology().element(finding.primary(), Host.class);
        return facts.topology().effective().failoverCluster(host).orElse(Optional.empty())
                .map(cluster -> List.of(Remedy.of("Set all nodes of " + facts.name(cluster.id()) + " to these networks",
                        Put.set(facts.topology().hosts(cluster.id()).stream()
                                .filter(node -> facts.topology().effective().lmAnyNetwork(node).is(true)).toList(),
                                "lm.anyNetwork", false, "any network"))))
                .orElse(List.of());
    }
}
