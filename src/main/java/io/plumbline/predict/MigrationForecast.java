package io.plumbline.predict;

import io.plumbline.model.Id;
import io.plumbline.model.MigrationOption;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Scope;
import io.plumbline.topology.Segment;
import java.util.List;
import java.util.Optional;

/// Which networks a live migration from one host to another will load, and why.
///
/// @param option     the performance option of the source, which decides
/// @param scope      what SMB may use; under the other options it does not matter and need not be known
/// @param selected   the networks that the selection leaves in, in order, whether they are up or not
/// @param anchor     the network whose addresses are used to connect; empty: the migration fails
/// @param carriers   what carries the memory; none: the migration fails
/// @param unused     what both hosts have and does not carry it, selected networks first
/// @param provenance the origin of this outcome, as the sources allow to say ("S tested", "W+S")
/// @param steps      how it comes to this
/// @param sentences  what a person should know about it, a surprise first
public record MigrationForecast(Id source, Id target, MigrationOption option, Answer<Scope> scope,
        List<Segment> selected, Optional<Segment> anchor, List<Lane> carriers, List<Unused> unused, String provenance,
        List<Step> steps, List<String> sentences) {

    public MigrationForecast {
        selected = List.copyOf(selected);
        carriers = List.copyOf(carriers);
        unused = List.copyOf(unused);
        steps = List.copyOf(steps);
        sentences = List.copyOf(sentences);
    }

    MigrationForecast saying(List<String> words) {
        return new MigrationForecast(source, target, option, scope, selected, anchor, carriers, unused, provenance,
                steps, words);
    }

    public boolean fails() {
        return carriers.isEmpty();
    }

    /// The networks that carry the migration, each once.
    public List<Segment> carrying() {
        return carriers.stream().map(Lane::network).distinct().toList();
    }

    /// The networks that wait, in order, until the first one is unavailable (TCP/IP, compression).
    public List<Segment> standby() {
        return unused.stream().filter(each -> each.reason() == Unused.Reason.STANDBY).map(Unused::network).toList();
    }

    /// Selected networks that SMB multichannel leaves idle, because another is of a better class or faster.
    public List<Unused> idle() {
        return unused.stream().filter(each -> each.selected() && each.isLesser()).toList();
    }

    /// Whether a network carries the migration that was not selected.
    public boolean surprise() {
        return carrying().stream().anyMatch(each -> selected.stream().noneMatch(each::isSame));
    }

    /// Whether some of it is inference that the sources did not test.
    public boolean isUntested() {
        return provenance.matches("(.*\\+)?I\\b.*");
    }
}
