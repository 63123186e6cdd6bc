package io.plumbline.check.migration;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Put;
import io.plumbline.model.Element;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.MigrationOption;
import io.plumbline.model.NetworkCategory;
import io.plumbline.model.RdmaTechnology;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Effective;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.SmbUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A host sends live migrations over SMB, and SMB cannot run on a NIC that is meant to carry them, or not as it should.
public record SmbCannotRun() implements Rule {

    private static final int MOST_NAMES = 4;

    @Override
    public String id() {
        return "LM010";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(Host.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, Host host) {
        Effective effective = facts.topology().effective();
        // An option that was left as it came is never SMB; then no Windows version needs to be known.
        if (host.lm().option().isUnset()
                || effective.lmOption(host).surely(option -> option != MigrationOption.SMB)) {
            return Stream.empty();
        }
        Answer<Boolean> smb = effective.lmOption(host).map(option -> option == MigrationOption.SMB);
        Answer<List<Endpoint>> endpoints = new SmbUse(facts.topology()).migrationEndpoints(host);
        if (endpoints.surely(List::isEmpty)) {
            return Stream.empty();
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (Endpoint endpoint : endpoints.orElse(List.of())) {
            Answer<Boolean> bound = bound(effective, endpoint);
            Answer<Boolean> open = open(effective, host, endpoint);
            Answer<Boolean> runs = Answer.allOf(List.of(bound, open));
            if (runs.is(false) && smb.is(true)) {
                outcomes.add(blocked(facts, host, endpoint, bound.is(false)));
            } else if (!runs.is(true)) {
                SortedSet<Missing> needs = new TreeSet<>(runs.needs());
                needs.addAll(smb.needs());
                facts.cannotTell(id(), endpoint.id(), needs).forEach(outcomes::add);
            }
        }
        multichannel(facts, host, smb, endpoints, outcomes);
        firewall(facts, host, smb, endpoints.orElse(List.of()), outcomes);
        return outcomes.stream();
    }

    private static Answer<Boolean> bound(Effective effective, Endpoint endpoint) {
        return Answer.allOf(List.of(effective.msClientBound(endpoint.id(), endpoint.ip()),
                effective.msServerBound(endpoint.id(), endpoint.ip())));
    }

    private static Answer<Boolean> open(Effective effective, Host host, Endpoint endpoint) {
        return Answer.anyOf(List.of(
                effective.networkCategory(endpoint.id(), endpoint.ip())
                        .then(category -> Answer.sure(category != NetworkCategory.PUBLIC)),
                effective.firewallSmbIn(host)));
    }

    private Finding blocked(Facts facts, Host host, Endpoint endpoint, boolean unbound) {
        Effective effective = facts.topology().effective();
        List<String> missing = new ArrayList<>();
        if (effective.msClientBound(endpoint.id(), endpoint.ip()).is(false)) {
            missing.add("Client for Microsoft Networks (ms_msclient)");
        }
        if (effective.msServerBound(endpoint.id(), endpoint.ip()).is(false)) {
            missing.add("File and Printer Sharing (ms_server)");
        }
        Finding finding = Finding.of(id(), "a", Severity.ERROR, endpoint.id()).fact("host", facts.name(host.id()))
                .fact("nic", facts.name(endpoint.id()))
                .fact("why", unbound ? Names.join(missing) + (missing.size() == 1 ? " is" : " are") + " not bound there"
                        : "its network profile is Public and no firewall rule lets SMB in")
                .fact("fix", unbound ? "Bind both components." : "Use the domain or private profile.")
                .concerning("host", host.id()).concerning("endpoint", endpoint.id())
                .proof(host.id(), "lm.option", "SMB");
        if (unbound) {
            return finding.proof(endpoint.id(), "not bound", Names.join(missing));
        }
        return finding.proof(endpoint.id(), "ip.networkCategory", "public").proof(host.id(), "firewall.smbIn", false);
    }

    private void multichannel(Facts facts, Host host, Answer<Boolean> smb, Answer<List<Endpoint>> endpoints,
            List<Outcome> outcomes) {
        Answer<Boolean> client = facts.topology().effective().clientMultichannel(host);
        Answer<Boolean> server = facts.topology().effective().serverMultichannel(host);
        Answer<Boolean> fires = Answer.allOf(List.of(smb, Answer.anyOf(List.of(Answer.not(client), Answer.not(server))),
                endpoints.then(all -> Answer.sure(!all.isEmpty()))));
        if (!fires.is(true)) {
            facts.cannotTell(id(), host.id(), fires).forEach(outcomes::add);
            return;
        }
        Finding finding = Finding.of(id(), "b", Severity.WARNING, host.id()).fact("host", facts.name(host.id()))
                .fact("sides", client.is(false) && server.is(false) ? "client and server side"
                        : client.is(false) ? "client side" : "server side")
                .concerning("host", host.id()).proof(host.id(), "lm.option", "SMB");
        if (client.is(false)) {
            finding = finding.proof(host.id(), "smb.clientMultichannel", false);
        }
        if (server.is(false)) {
            finding = finding.proof(host.id(), "smb.serverMultichannel", false);
        }
        for (Endpoint endpoint : endpoints.orElse(List.of())) {
            finding = finding.concerning("endpoint", endpoint.id());
        }
        outcomes.add(finding);
    }

    private void firewall(Facts facts, Host host, Answer<Boolean> smb, List<Endpoint> endpoints,
            List<Outcome> outcomes) {
        Answer<Boolean> open = facts.topology().effective().firewallSmbDirectIwarpIn(host);
        if (open.is(true)) {
            return;
        }
        List<Endpoint> iwarp = endpoints.stream()
                .filter(endpoint -> facts.topology().endpoints().rdmaUsable(endpoint).is(true))
                .filter(endpoint -> facts.topology().endpoints().technology(endpoint)
                        .is(Optional.of(RdmaTechnology.IWARP)))
                .toList();
        Answer<Boolean> fires = Answer.allOf(List.of(smb, Answer.not(open)));
        if (iwarp.isEmpty() || !fires.is(true)) {
            if (!iwarp.isEmpty()) {
                facts.cannotTell(id(), host.id(), fires).forEach(outcomes::add);
            }
            return;
        }
        Finding finding = Finding.of(id(), "c", Severity.WARNING, host.id()).fact("host", facts.name(host.id()))
                .fact("nics", Names.few(iwarp.stream().map(each -> facts.name(each.id())).toList(), MOST_NAMES))
                .fact("run", iwarp.size() == 1 ? "does" : "do").concerning("host", host.id())
                .proof(host.id(), "lm.option", "SMB").proof(host.id(), "firewall.smbDirectIwarpIn", false);
        for (Endpoint endpoint : iwarp) {
            finding = finding.proof(endpoint.id(), "rdma.technology", "iWARP").concerning("endpoint", endpoint.id());
        }
        outcomes.add(finding);
    }

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        Host host = facts.topology().element(finding.concerns("host").first(), Host.class);
        return switch (finding.variant()) {
            case "a" -> unblock(facts, finding);
            case "b" -> List.of(Remedy.of("Enable SMB Multichannel on " + facts.name(host.id()),
                    Put.set(List.of(Element.with(host, "smb.clientMultichannel", true)), "smb.serverMultichannel",
                            true, "SMB Multichannel")));
            default -> List.of(Remedy.of("Open the firewall of " + facts.name(host.id()) + " for SMB Direct over iWARP",
                    Put.set(List.of(host), "firewall.smbDirectIwarpIn", true, "the firewall rule")));
        };
    }

    /// Bindings on all endpoints of the host that are meant to migrate; the profile on the one at hand.
    private static List<Remedy> unblock(Facts facts, Finding finding) {
        Element endpoint = facts.topology().element(finding.primary());
        Host host = facts.topology().element(finding.concerns("host").first(), Host.class);
        List<Id> ids = new SmbUse(facts.topology()).migrationEndpoints(host).orElse(List.of()).stream()
                .filter(each -> bound(facts.topology().effective(), each).is(false)).map(Endpoint::id).toList();
        boolean closed = facts.topology().endpoints().find(endpoint.id())
                .map(each -> open(facts.topology().effective(), host, each).is(false)).orElse(false);
        List<Element> changed = new ArrayList<>();
        for (Id id : ids.isEmpty() ? List.of(endpoint.id()) : ids) {
            Element each = Element.with(Element.with(facts.topology().element(id), "ip.bindings.msClient", true),
                    "ip.bindings.msServer", true);
            changed.add(
                    closed && id.equals(endpoint.id()) ? Element.with(each, "ip.networkCategory", "private") : each);
        }
        String label = ids.isEmpty() ? "Use the private profile on " + facts.name(endpoint.id())
                : "Bind SMB on " + facts.names().list(ids);
        return List.of(Remedy.of(label, new Put(label, changed)));
    }
}
