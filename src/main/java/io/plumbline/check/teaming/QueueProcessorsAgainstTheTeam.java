package io.plumbline.check.teaming;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Proposal;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.Attribute;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.OsVersion;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Team;
import io.plumbline.model.TeamTechnology;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Effective;
import io.plumbline.topology.Names;
import io.plumbline.topology.QueueMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// VMQ processors of team members that contradict how the team adds up their queues.
public record QueueProcessorsAgainstTheTeam() implements Rule {

    /// The processors that serve the queues of an adapter.
    private record Range(Id nic, int base, int count) {

        /// With hyper-threading every second logical processor is a core of its own.
        boolean overlaps(Range other, int step) {
            for (int i = 0; i < count; i++) {
                int from = base + i * step - other.base;
                if (from >= 0 && from < other.count * step && from % step == 0) {
                    return true;
                }
            }
            return false;
        }

        boolean isSame(Range other) {
            return base == other.base && count == other.count;
        }

        @Override
        public String toString() {
            return "from " + base + ", " + count + (count == 1 ? " processor" : " processors");
        }
    }

    @Override
    public String id() {
        return "TEAM013";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(Team.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, Team team) {
        Optional<Host> host = facts.topology().find(team.owner(), Host.class);
        List<PhysicalNic> nics = facts.topology().uplinks().nics(team);
        // Nobody said which processors: then the driver chooses.
        if (host.isEmpty() || nics.size() < 2 || nics.stream()
                .anyMatch(nic -> nic.vmqBaseProcessor().isUnset() || nic.vmqMaxProcessors().isUnset())
                || facts.topology().uplinks().virtualSwitchesOver(team).isEmpty()) {
            return Stream.empty();
        }
        Answer<Boolean> dynamic = team.technology() != TeamTechnology.SET ? Answer.sure(false)
                : facts.topology().effective().osVersion(host.get())
                        .then(version -> Answer.sure(version.compareTo(OsVersion.WINDOWS_2019) >= 0));
        if (dynamic.is(true)) {
            return Stream.empty();
        }
        Faults faults = new Faults();
        faults.needs(dynamic);
        Answer<List<Range>> ranges = ranges(facts, nics);
        Answer<QueueMode> mode = facts.topology().uplinks().queueMode(team);
        Answer<Boolean> hyperThreading =
                Answer.stated(host.get().hyperThreading(), host.get().id(), "hyperThreading");
        faults.needs(ranges);
        faults.needs(mode);
        if (ranges.isSure() && mode.isSure() && dynamic.isSure() && ranges.surely(known -> known.size() > 1)) {
            compare(facts, ranges.find().orElseThrow(), mode.find().orElseThrow(), hyperThreading, faults);
        }
        return faults.outcome(facts, Finding
                .of(id(), mode.is(QueueMode.SUM) && isShort(host.get(), nics.size()) ? Severity.ADVICE
                        : Severity.WARNING, team.id())
                .fact("team", facts.name(team.id()))
                .fact("mode", mode.is(QueueMode.SUM) ? "adds up the queues of its members"
                        : "offers no more queues than its smallest member")
                .concerning("team", team.id()));
    }

    /// The processors of the members on which VMQ is on.
    private static Answer<List<Range>> ranges(Facts facts, List<PhysicalNic> nics) {
        List<Answer<Optional<Range>>> ranges = new ArrayList<>();
        for (PhysicalNic nic : nics) {
            ranges.add(facts.topology().effective().vmqEnabled(nic).then(on -> on
                    ? Answer.stated(nic.vmqBaseProcessor(), nic.id(), "vmqBaseProcessor").with(
                            Answer.stated(nic.vmqMaxProcessors(), nic.id(), "vmqMaxProcessors"),
                            (base, count) -> Optional.of(new Range(nic.id(), base, count)))
                    : Answer.sure(Optional.empty())));
        }
        return Answer.all(ranges).map(each -> each.stream().flatMap(Optional::stream).toList());
    }

    private static boolean isShort(Host host, int members) {
        return host.physicalCores() instanceof Attribute.Known<Integer>(Integer cores) && cores - 1 < members;
    }

    private static void compare(Facts facts, List<Range> ranges, QueueMode mode, Answer<Boolean> hyperThreading,
            Faults faults) {
        if (mode == QueueMode.MIN && ranges.stream().anyMatch(each -> !each.isSame(ranges.getFirst()))) {
            faults.add("the processors of its members differ (" + described(facts, ranges) + ")",
                    "give all members the same processors");
        }
        if (mode == QueueMode.SUM) {
            Set<Range> plain = overlapping(ranges, 1);
            Set<Range> threaded = overlapping(ranges, 2);
            if (plain.isEmpty() != threaded.isEmpty()) {
                faults.needs(hyperThreading);
            }
            Set<Range> sure = hyperThreading.isSure() ? hyperThreading.is(true) ? threaded : plain
                    : plain.isEmpty() || threaded.isEmpty() ? Set.of() : plain;
            if (!sure.isEmpty()) {
                faults.add("the processors of " + described(facts, List.copyOf(sure)) + " overlap",
                        "give each member processors of its own");
            }
        }
        List<Id> atZero = ranges.stream().filter(each -> each.base() == 0 && each.count() > 0).map(Range::nic).toList();
        if (!atZero.isEmpty()) {
            faults.add(
                    "the queues of " + facts.names().list(atZero) + " begin at processor 0, which does everything else",
                    "keep off the first core");
        }
        if (!faults.isEmpty()) {
            ranges.forEach(each -> faults.proof(each.nic(), "vmqBaseProcessor, vmqMaxProcessors", each));
        }
    }

    private static String described(Facts facts, List<Range> ranges) {
        return Names
                .join(ranges.stream().map(each -> facts.name(each.nic()) + " (" + each + ")").toList());
    }

    private static Set<Range> overlapping(List<Range> ranges, int step) {
        Set<Range> found = new LinkedHashSet<>();
        for (Range one : ranges) {
            for (Range other : ranges) {
                if (one != other && one.overlaps(other, step)) {
                    found.add(one);
                }
            }
        }
        return found;
    }

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        Team team = facts.topology().element(finding.primary(), Team.class);
        Host host = facts.topology().element(team.owner(), Host.class);
        Effective effective = facts.topology().effective();
        List<PhysicalNic> nics = facts.topology().uplinks().nics(team).stream()
                .filter(nic -> effective.vmqEnabled(nic).is(true)).toList();
        Optional<Integer> cores = host.physicalCores().find();
        Optional<Integer> step = host.hyperThreading().find().map(on -> on ? 2 : 1);
        boolean sum = facts.topology().uplinks().queueMode(team).is(QueueMode.SUM);
        int each = cores.map(all -> sum ? (all - 1) / nics.size() : all - 1).orElse(0);
        if (step.isEmpty() || each < 1) {
            return List.of();
        }
        Proposal proposal = new Proposal(facts.topology());
        for (int i = 0; i < nics.size(); i++) {
            int core = sum ? 1 + i * each : 1;
            proposal.set(nics.get(i), "vmqBaseProcessor", core * step.get()).set(nics.get(i), "vmqMaxProcessors", each);
        }
        return List.of(proposal.as("Share " + (cores.get() - 1) + " cores of " + facts.name(host.id()) + " out: "
                + (sum ? each + " for each member of " : "the same for all members of ") + facts.name(team.id())));
    }
}
