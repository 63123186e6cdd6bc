package io.plumbline.check.address;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Proposal;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.Attribute;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.Purpose;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Endpoints;
import io.plumbline.topology.Names;
import io.plumbline.topology.NetworkTags;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/// A default gateway on an endpoint for migration, CSV, heartbeat or storage, or on two endpoints of one host.
public record MisplacedGateway() implements Rule {

    private static final Set<Purpose> PRIVATE = EnumSet.of(Purpose.LIVE_MIGRATION, Purpose.CSV, Purpose.HEARTBEAT,
            Purpose.SMB_STORAGE, Purpose.STORAGE_ONLY, Purpose.ISCSI);
    private static final Set<Purpose> REACHED_FROM_OUTSIDE = EnumSet.of(Purpose.MANAGEMENT, Purpose.CLIENT);

    @Override
    public String id() {
        return "IP003";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(Host.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, Host host) {
        List<Outcome> outcomes = new ArrayList<>();
        List<Endpoint> others = new ArrayList<>();
        for (Endpoint endpoint : facts.topology().endpoints().of(host.id())) {
            Attribute<IpAddress> gateway = endpoint.ip().defaultGateway();
            if (gateway.isUnset()) {
                continue;
            }
            Answer<Boolean> misplaced = purposes(facts, endpoint).then(known -> Answer.sure(isPrivate(known)))
                    .then(isPrivate -> Answer.sure(isPrivate && !isRoutedOnPurpose(facts, host, endpoint)));
            if (gateway.isUnknown()) {
                if (!misplaced.is(false)) {
                    facts.cannotTell(id(), endpoint.id(), Answer.needs(endpoint.id(), "ip.defaultGateway"))
                            .forEach(outcomes::add);
                }
            } else if (misplaced.is(true)) {
                outcomes.add(onPrivate(facts, endpoint));
            } else {
                facts.cannotTell(id(), endpoint.id(), misplaced).forEach(outcomes::add);
                if (misplaced.is(false) && !purposes(facts, endpoint).surely(MisplacedGateway::isPrivate)) {
                    others.add(endpoint);
                }
            }
        }
        if (others.size() > 1) {
            outcomes.add(several(facts, host, others));
        }
        return outcomes.stream();
    }

    private static boolean isPrivate(SortedSet<Purpose> purposes) {
        return !Collections.disjoint(purposes, PRIVATE) && Collections.disjoint(purposes, REACHED_FROM_OUTSIDE);
    }

    /// What an endpoint is for: as stated for itself, else as its network and the tags in its name have it.
    private static Answer<SortedSet<Purpose>> purposes(Facts facts, Endpoint endpoint) {
        if (!endpoint.ip().purposes().isUnset()) {
            return facts.topology().effective().purposes(endpoint);
        }
        return facts.topology().endpoints().network(endpoint).then(network -> network
                .map(each -> new NetworkTags(facts.topology()).purposes(each))
                .orElseGet(() -> Answer.sure(Collections.emptySortedSet())));
    }

    /// A cluster over two sites routes its own traffic: some node has no endpoint on this network, but one on another
    /// network for the same purpose, which this host does not have.
    private static boolean isRoutedOnPurpose(Facts facts, Host host, Endpoint endpoint) {
        Endpoints endpoints = facts.topology().endpoints();
        Optional<ClusterNetwork> own = endpoints.network(endpoint).find().flatMap(network -> network);
        Optional<Id> cluster = host.failoverCluster().find();
        if (own.isEmpty() || cluster.isEmpty()) {
            return false;
        }
        NetworkTags tags = new NetworkTags(facts.topology());
        SortedSet<Purpose> purposes = tags.purposes(own.get()).orElse(Collections.emptySortedSet());
        List<Id> here = endpoints.on(own.get()).stream().map(Endpoint::host).distinct().toList();
        for (ClusterNetwork other : facts.topology().networks(cluster.get())) {
            List<Id> there = endpoints.on(other).stream().map(Endpoint::host).distinct().toList();
            if (!other.id().equals(own.get().id()) && !there.isEmpty() && Collections.disjoint(here, there)
                    && !Collections.disjoint(purposes, tags.purposes(other).orElse(Collections.emptySortedSet()))) {
                return true;
            }
        }
        return false;
    }

    private Finding onPrivate(Facts facts, Endpoint endpoint) {
        SortedSet<Purpose> purposes = purposes(facts, endpoint).find().orElseThrow();
        String gateway = endpoint.ip().defaultGateway().find().orElseThrow().toString();
        String words = Names.join(purposes.stream().map(MisplacedGateway::words).toList());
        Finding finding = Finding.of(id(), Severity.WARNING, endpoint.id())
                .fact("what",
                        facts.name(endpoint.id()) + " is for " + words + " and has the default gateway " + gateway)
                .fact("consequence", "the cluster takes its network for one of clients and ranks it behind others, and "
                        + "answers to strangers may leave through it")
                .fact("change", "Remove it; keep one gateway, on management")
                .proof(endpoint.id(), "ip.defaultGateway", gateway).proof(endpoint.id(), "purposes", words)
                .concerning("endpoint", endpoint.id()).concerning("host", endpoint.host());
        return facts.topology().endpoints().network(endpoint).find().flatMap(network -> network)
                .map(network -> finding.concerning("network", network.id())).orElse(finding);
    }

    private static String words(Purpose purpose) {
        return switch (purpose) {
            case CSV, ISCSI, SMB_STORAGE -> purpose.display();
            default -> purpose.display().toLowerCase(Locale.ROOT);
        };
    }

    private Finding several(Facts facts, Host host, List<Endpoint> endpoints) {
        List<String> gateways = endpoints.stream().map(each -> each.ip().defaultGateway().find().orElseThrow() + " at "
                + facts.name(each.id())).toList();
        Finding finding = Finding.of(id(), Severity.WARNING, host.id())
                .fact("what",
                        facts.name(host.id()) + " has " + Names.number(endpoints.size()) + " default gateways ("
                                + Names.join(gateways) + ")")
                .fact("consequence", "which way its answers take is a matter of interface metrics")
                .fact("change", "Keep the one on management, and use static routes for the rest")
                .concerning("host", host.id());
        for (Endpoint each : endpoints) {
            finding = finding.proof(each.id(), "ip.defaultGateway", each.ip().defaultGateway().find().orElseThrow());
        }
        return finding;
    }

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        List<Endpoint> endpoints = finding.evidence().stream()
                .filter(proof -> proof.attribute().equals("ip.defaultGateway"))
                .flatMap(proof -> facts.topology().endpoints().find(proof.element()).stream()).toList();
        List<Endpoint> superfluous = endpoints.size() == 1 ? endpoints
                : endpoints.stream().filter(each -> !purposes(facts, each)
                        .surely(known -> known.contains(Purpose.MANAGEMENT))).toList();
        if (superfluous.isEmpty() || endpoints.size() > 1 && superfluous.size() != endpoints.size() - 1) {
            // Nothing says which of them is the right one.
            return List.of();
        }
        Proposal proposal = new Proposal(facts.topology());
        superfluous.forEach(each -> proposal.set(each.element(), "ip.defaultGateway", Attribute.unset()));
        return List.of(proposal.as("Remove the gateway of "
                + facts.names().list(superfluous.stream().map(Endpoint::id).toList())));
    }
}
