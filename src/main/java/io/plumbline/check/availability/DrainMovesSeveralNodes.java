package io.plumbline.check.availability;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.Vm;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Effective;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.NlbCoverage;
import io.plumbline.topology.NlbGap;
import io.plumbline.topology.NlbLoad;
import io.plumbline.topology.UnicastTeams;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The drain of a host moves several nodes of one NLB cluster at once, onto a switch path that does not take them well.
public record DrainMovesSeveralNodes() implements Rule {

    /// From this many nodes on as many hosts, two that share a host after a drain are at most half of the farm.
    private static final int WIDE = 4;

    @Override
    public String id() {
        return "HA005";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(NlbCluster.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, NlbCluster nlb) {
        return Farm.of(facts, nlb).stream().flatMap(farm -> judge(facts, farm, nlb));
    }

    private Stream<Outcome> judge(Facts facts, Farm farm, NlbCluster nlb) {
        UnicastTeams teams = facts.topology().balancing().unicastTeams(nlb);
        NlbCoverage coverage = facts.topology().balancing().coverage(nlb);
        Answer<Boolean> drained = Answer.allOf(List.of(isDrained(facts, farm.cluster()), movesSeveral(farm),
                Answer.not(isKeptOff(farm)), farm.isCertain()));
        Answer<Boolean> byTeam = Answer.allOf(List.of(teams.misconfigureNodes(), drained));
        Answer<Boolean> byEntry = Answer.allOf(List.of(coverage.starvesNodes(), drained));
        if (byTeam.is(true)) {
            Answer<Boolean> serial = isSerial(facts, farm.cluster());
            // Unless several are known to move at once, the milder reading is what is proven.
            Severity severity = serial.is(false) ? Severity.ERROR : Severity.WARNING;
            return Stream.concat(Stream.of(behindTeams(farm, teams, severity, serial)),
                    facts.cannotTell(id(), farm.primary(), serial));
        }
        if (byEntry.is(true)) {
            return Stream.of(besideEntries(farm, coverage));
        }
        SortedSet<Missing> needs = new TreeSet<>(byTeam.needs());
        needs.addAll(byEntry.needs());
        return facts.cannotTell(id(), farm.primary(), needs);
    }

    // The condition

    private static Answer<Boolean> isDrained(Facts facts, FailoverCluster cluster) {
        Effective effective = facts.topology().effective();
        return Answer.anyOf(List.of(Answer.sure(cluster.plannedDrain()), effective.cauEnabled(cluster),
                effective.drainOnShutdown(cluster)));
    }

    /// While one host is away the others cannot keep all nodes apart, or nothing keeps them apart anyway.
    private static Answer<Boolean> movesSeveral(Farm farm) {
        return Answer.anyOf(List.of(Answer.sure(isTight(farm)), farm.condition()));
    }

    private static boolean isTight(Farm farm) {
        return farm.vms().size() > farm.hosts() - 1 && !isWide(farm);
    }

    /// Four or more hosts with one node each: a drain moves one of them.
    private static boolean isWide(Farm farm) {
        return farm.vms().size() >= WIDE && farm.byHost().size() == farm.vms().size();
    }

    /// Enforced anti-affinity leaves a VM off rather than moving it beside another one: HA007.
    private static Answer<Boolean> isKeptOff(Farm farm) {
        return Answer.allOf(List.of(farm.facts().topology().effective().enforcedAntiAffinity(farm.cluster()),
                Answer.not(farm.isLoose()), Answer.sure(farm.vms().size() > farm.hosts() - 1)));
    }

    /// Whether migrations run one at a time: by the cluster's limit where it has one, else by that of every host.
    private static Answer<Boolean> isSerial(Facts facts, FailoverCluster cluster) {
        Effective effective = facts.topology().effective();
        return effective.maxParallelMigrations(cluster).then(limit -> limit.isPresent()
                ? Answer.sure(limit.get() == 1)
                : Answer.allOf(facts.topology().hosts(cluster.id()).stream().map((Host host) -> effective
                        .lmMaxConcurrent(host).then(most -> Answer.sure(most == 1))).toList()));
    }

    // The findings

    private Finding behindTeams(Farm farm, UnicastTeams teams, Severity severity, Answer<Boolean> serial) {
        SequencedSet<Id> concerned = new LinkedHashSet<>();
        Stream.concat(teams.aggregated().stream(), teams.onOneSwitch().stream()).map((NlbLoad load) -> load.team().id())
                .forEach(concerned::add);
        Finding finding = finding(farm, "a", severity).fact("teams", farm.facts().names().list(concerned))
                .fact("serial", serial.is(true)
                        ? "Migrations run one at a time, which no source says is enough. "
                        : "")
                .fact("fix", "Repair the mode or the teams first, and move the nodes one by one until then.");
        for (Id team : concerned) {
            finding = finding.proof(team, "carries", "nodes of " + farm.name());
        }
        return finding.proof(farm.primary(), "mode", "unicast");
    }

    private Finding besideEntries(Farm farm, NlbCoverage coverage) {
        SequencedSet<Id> switches = new LinkedHashSet<>(coverage.gaps().stream().map(NlbGap::device).toList());
        Finding finding = finding(farm, "b", Severity.WARNING)
                .fact("entries", switches.size() == 1 ? "entry" : "entries")
                .fact("do", switches.size() == 1 ? "does" : "do").fact("switches", farm.facts().names().list(switches))
                .fact("fix", "Complete the " + (switches.size() == 1 ? "entry" : "entries")
                        + " first, and move the nodes one by one until then.");
        for (NlbGap gap : coverage.gaps()) {
            finding = finding.proof(gap.device(), "lacks", farm.facts().names().ports(gap.missing()));
        }
        return finding;
    }

    private Finding finding(Farm farm, String variant, Severity severity) {
        Facts facts = farm.facts();
        int count = farm.vms().size();
        Finding finding = Finding.of(id(), variant, severity, farm.primary()).fact("drain", drain(farm))
                .fact("nlb", farm.name())
                .fact("nodes", count == 2 ? "both nodes" : "several of the " + Names.number(count) + " nodes")
                .fact("moves", isTight(farm) ? "moves" : "may move").fact("how", how(farm))
                .concerning("nlbCluster", farm.primary())
                .concerning("cluster", farm.cluster().id());
        for (Map.Entry<Id, List<Vm>> each : farm.byHost().entrySet()) {
            for (Vm vm : each.getValue()) {
                finding = finding.proof(vm.id(), "host", facts.name(each.getKey())).concerning("vm", vm.id());
            }
        }
        return finding.proof(farm.cluster().id(), "drained by", drain(farm));
    }

    private static String drain(Farm farm) {
        Effective effective = farm.facts().topology().effective();
        String cluster = farm.facts().name(farm.cluster().id());
        return effective.cauEnabled(farm.cluster()).is(true) ? "Cluster-Aware Updating of " + cluster
                : farm.cluster().plannedDrain() ? "The planned drain of a host of " + cluster
                        : "Shutting down a host of " + cluster;
    }

    /// How they come to move together.
    private static String how(Farm farm) {
        Facts facts = farm.facts();
        if (isTight(farm) && farm.hosts() == 2) {
            List<Host> hosts = facts.topology().hosts(farm.cluster().id());
            String nodes = farm.names(farm.vms());
            return "the first leg puts " + nodes + " on " + facts.name(hosts.getLast().id())
                    + ", the second moves them back together";
        }
        if (isTight(farm)) {
            return Names.number(farm.vms().size()) + " nodes do not fit on " + Names.number(farm.hosts() - 1)
                    + " hosts one by one";
        }
        return "nothing keeps " + farm.names(farm.vms()) + " apart";
    }
}
