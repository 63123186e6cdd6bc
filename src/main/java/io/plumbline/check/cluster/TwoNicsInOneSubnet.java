package io.plumbline.check.cluster;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.IpAssignment;
import io.plumbline.model.IpPrefix;
import io.plumbline.model.OsVersion;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Endpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// A cluster node before Windows Server 2016 has two NICs in one subnet: the cluster knows one of them.
public record TwoNicsInOneSubnet() implements Rule {

    @Override
    public String id() {
        return "CN004";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(Host.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, Host host) {
        if (host.failoverCluster().isUnset()
                || host.osVersion().find().filter(version -> !isOld(version)).isPresent()) {
            return Stream.empty();
        }
        SequencedMap<IpPrefix, List<Endpoint>> shared = shared(facts, host);
        if (shared.isEmpty()) {
            return Stream.empty();
        }
        Answer<Boolean> concerned = Answer.allOf(List.of(
                facts.topology().effective().failoverCluster(host).then(cluster -> Answer.sure(cluster.isPresent())),
                facts.topology().effective().osVersion(host).then(version -> Answer.sure(isOld(version)))));
        return concerned.is(true)
                ? shared.entrySet().stream().map(each -> finding(facts, host, each.getKey(), each.getValue()))
                : facts.cannotTell(id(), host.id(), concerned);
    }

    private static boolean isOld(OsVersion version) {
        return version.compareTo(OsVersion.WINDOWS_2012_R2) <= 0;
    }

    /// The endpoints that share a subnet. Members of a team are no endpoints, so a team counts once.
    private static SequencedMap<IpPrefix, List<Endpoint>> shared(Facts facts, Host host) {
        SequencedMap<IpPrefix, List<Endpoint>> bySubnet = new LinkedHashMap<>();
        for (Endpoint endpoint : facts.topology().endpoints().of(host.id())) {
            List<IpPrefix> seen = new ArrayList<>();
            for (IpAssignment each : facts.topology().effective().addresses(endpoint.id(), endpoint.ip())
                    .orElse(List.of())) {
                boolean sound = each.prefixLength() >= 0 && each.prefixLength() <= each.address().width();
                if (sound && !each.address().isLinkLocal()) {
                    IpPrefix subnet = new IpPrefix(each.address(), each.prefixLength());
                    if (!seen.contains(subnet)) {
                        seen.add(subnet);
                        bySubnet.computeIfAbsent(subnet, _ -> new ArrayList<>()).add(endpoint);
                    }
                }
            }
        }
        bySubnet.values().removeIf(endpoints -> endpoints.size() < 2);
        return bySubnet;
    }

    private Finding finding(Facts facts, Host host, IpPrefix subnet, List<Endpoint> endpoints) {
        List<Id> ids = endpoints.stream().map(Endpoint::id).toList();
        // One of them is used; which one nobody says, so the further ones are the surplus.
        Finding finding = Finding.of(id(), Severity.WARNING, ids.get(1))
                .fact("nics", facts.names().list(ids)).fact("subnet", subnet).fact("host", facts.name(host.id()))
                .fact("os", host.osVersion().find().map(OsVersion::display).orElse(""))
                .fact("both", ids.size() == 2 ? "both" : "all")
                .concerning("host", host.id());
        for (Id endpoint : ids) {
            finding = finding.proof(endpoint, "subnet", subnet).concerning("endpoint", endpoint);
        }
        return finding.proof(host.id(), "osVersion", host.osVersion().find().map(OsVersion::display).orElse(""));
    }
}
