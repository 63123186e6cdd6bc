package io.plumbline.check.availability;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Proposal;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.check.availability.Farm.Move;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Id;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.Vm;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// VMs that stand in for each other may run on one host, or do.
public record FarmOnOneHost() implements Rule {

    @Override
    public String id() {
        return "HA006";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(NlbCluster.class, (facts, nlb) -> judge(Farm.of(facts, nlb))),
                Subject.each(FailoverCluster.class, (facts, cluster) -> judge(Farm.tiers(facts, cluster))));
    }

    private Stream<Outcome> judge(List<Farm> farms) {
        return farms.stream().filter(farm -> !farm.isTraining()).flatMap(this::judge);
    }

    private Stream<Outcome> judge(Farm farm) {
        SortedSet<Missing> needs = new TreeSet<>();
        List<Outcome> findings = new ArrayList<>();
        Answer<Boolean> mayMeet = sure(farm, farm.mayMeet(), needs);
        if (mayMeet.is(true)) {
            findings.add(withoutClass(farm));
        }
        List<Move> moves = sure(farm, farm.moves(), needs).orElse(List.of());
        if (!moves.isEmpty()) {
            findings.add(crowded(farm, moves));
        }
        sure(farm, farm.onlyHost(), needs).find().flatMap(host -> host)
                .ifPresent(host -> findings.add(confined(farm, host)));
        return findings.isEmpty() ? farm.facts().cannotTell(id(), farm.primary(), needs) : findings.stream();
    }

    /// An answer that counts only while the members are certain; what is missing is noted where it decides.
    private static <T> Answer<T> sure(Farm farm, Answer<T> answer, SortedSet<Missing> needs) {
        boolean nothing = answer.surely(value -> value.equals(false) || value.equals(List.of())
                || value.equals(Optional.empty()));
        Answer<T> counted = nothing ? answer : farm.isCertain().then(_ -> answer);
        needs.addAll(counted.needs());
        return counted;
    }

    private Finding withoutClass(Farm farm) {
        List<Vm> loose = farm.loose();
        Finding finding = finding(farm, "a", loose)
                .fact("cluster", farm.facts().name(farm.cluster().id()))
                .fact("fix",
                        "Give all members one class name"
                                + (farm.facts().topology().element(farm.primary()) instanceof NlbCluster nlb
                                        && !nlb.name().isBlank() ? ", such as NLB-" + nlb.name() : "")
                                + ".");
        for (Vm vm : loose) {
            List<String> classes = vm.antiAffinityClasses().orElse(List.of());
            finding = finding.proof(vm.id(), "antiAffinityClasses", classes.isEmpty() ? "none" : Names.join(classes));
        }
        return finding.proof(farm.cluster().id(), "hosts", farm.hosts());
    }

    private Finding crowded(Farm farm, List<Move> moves) {
        Facts facts = farm.facts();
        List<Id> crowdedHosts = moves.stream().map(Move::from).distinct().toList();
        Map<Id, List<Vm>> byHost = farm.byHost();
        List<Id> free = moves.stream().map(Move::to).toList();
        Finding finding = finding(farm, "b", crowdedHosts.stream().flatMap(host -> byHost.get(host).stream()).toList())
                .fact("hosts", facts.names().list(crowdedHosts)).fact("free", facts.names().list(free))
                .fact("carry", free.size() == 1 ? "carries" : "carry")
                .fact("fix", "Move " + Names.join(moves.stream()
                        .map(move -> facts.name(move.vm().id()) + " to " + facts.name(move.to())).toList()) + ".");
        for (Id host : crowdedHosts) {
            for (Vm vm : byHost.get(host)) {
                finding = finding.proof(vm.id(), "host", facts.name(host));
            }
        }
        for (Id host : free) {
            finding = finding.proof(host, "carries", "none of them");
        }
        return finding;
    }

    private Finding confined(Farm farm, Id host) {
        Facts facts = farm.facts();
        boolean narrowed = farm.vms().stream().anyMatch(vm -> !vm.possibleOwners().orElse(List.of()).isEmpty());
        Finding finding = finding(farm, "c", farm.vms()).fact("host", facts.name(host))
                .fact("cluster", facts.name(farm.cluster().id())).fact("hosts", Names.number(farm.hosts()))
                .fact("fix", narrowed ? "Widen the possible owners."
                        : "Give the other hosts a virtual switch of the same name.");
        for (Vm vm : farm.vms()) {
            finding = finding.proof(vm.id(), "possible hosts", facts.name(host));
        }
        return finding;
    }

    private Finding finding(Farm farm, String variant, List<Vm> vms) {
        Finding finding = Finding.of(id(), variant, Severity.WARNING, farm.primary()).fact("farm", farm.name())
                .fact("vms", farm.names(vms)).concerning("cluster", farm.cluster().id());
        for (Vm vm : vms) {
            finding = finding.concerning("vm", vm.id());
        }
        return farm.facts().topology().element(farm.primary()) instanceof NlbCluster
                ? finding.concerning("nlbCluster", farm.primary())
                : finding;
    }

    // Remedies

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        return farm(facts, finding).map(farm -> switch (finding.variant()) {
            case "a" -> List.of(named(farm));
            case "b" -> farm.moves().find().filter(moves -> !moves.isEmpty()).map(moves -> moved(farm, moves)).stream()
                    .toList();
            default -> List.<Remedy>of();
        }).orElse(List.of());
    }

    private static Optional<Farm> farm(Facts facts, Finding finding) {
        FailoverCluster cluster =
                facts.topology().element(finding.concerns("cluster").first(), FailoverCluster.class);
        List<Farm> farms = facts.topology().element(finding.primary()) instanceof NlbCluster nlb ? Farm.of(facts, nlb)
                : Farm.tiers(facts, cluster);
        return farms.stream().filter(farm -> farm.primary().equals(finding.primary())
                && farm.cluster().id().equals(cluster.id())).findFirst();
    }

    /// One class for all members, beside those they have.
    private static Remedy named(Farm farm) {
        Facts facts = farm.facts();
        String name = switch (facts.topology().element(farm.primary())) {
            case NlbCluster nlb -> "NLB-" + (nlb.name().isBlank() ? nlb.id().text() : nlb.name());
            case Vm vm -> vm.tier().orElse(vm.name());
            default -> farm.primary().text();
        };
        Proposal proposal = new Proposal(facts.topology());
        for (Vm vm : farm.vms()) {
            List<String> classes = new ArrayList<>(vm.antiAffinityClasses().orElse(List.of()));
            if (!classes.contains(name)) {
                classes.add(name);
                proposal.set(vm, "antiAffinityClasses", classes);
            }
        }
        return proposal.as("Give " + farm.names(farm.vms()) + " the class " + Names.quoted(name));
    }

    private static Remedy moved(Farm farm, List<Move> moves) {
        Facts facts = farm.facts();
        Proposal proposal = new Proposal(facts.topology());
        moves.forEach(move -> proposal.set(move.vm(), "host", move.to()));
        return proposal.as("Move " + Names.join(moves.stream()
                .map(move -> facts.name(move.vm().id()) + " to " + facts.name(move.to())).toList()));
    }
}
