package io.plumbline.predict;

import io.plumbline.model.Id;
import io.plumbline.model.MigrationOption;
import io.plumbline.topology.Scope;
import java.util.List;

/// Which networks a live migration from one host to another will load, and why.
///
/// @param selected   the networks that the cluster leaves in, in order
/// @param carriers   what carries the memory; none: the migration fails
/// @param standby    what waits, in order, until a carrier is unavailable
/// @param idle       what is within reach of SMB multichannel and is not used
/// @param surprise   whether something carries that was not selected
/// @param provenance the origin of this outcome, as the sources allow to say
/// @param steps      how it comes to this
/// @param sentences  what a person should know about it
public record MigrationForecast(Id source, Id target, MigrationOption option, Scope scope, List<Lane> selected,
        List<Lane> carriers, List<Lane> standby, List<Lane> idle, boolean surprise, String provenance, List<Step> steps,
        List<String> sentences) {

    public MigrationForecast {
        selected = List.copyOf(selected);
        carriers = List.copyOf(carriers);
        standby = List.copyOf(standby);
        idle = List.copyOf(idle);
        steps = List.copyOf(steps);
        sentences = List.copyOf(sentences);
    }

    public boolean fails() {
        return carriers.isEmpty();
    }
}
