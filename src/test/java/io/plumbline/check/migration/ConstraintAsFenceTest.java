package io.plumbline.check.migration;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import io.plumbline.model.SmbConstraint;
import java.util.List;
import java.util.stream.Stream;

class ConstraintAsFenceTest implements RuleContract {

    private static SmbConstraint constraint(String server, String... interfaces) {
        return Sketch.part(SmbConstraint.class, "server", server, "interfaces",
                Stream.of(interfaces).map(Id::new).toList());
    }

    private static SmbConstraint meant(SmbConstraint constraint, String purpose) {
        return new SmbConstraint(constraint.server(), constraint.interfaces(), Attribute.of(purpose));
    }

    private static Sketch constrained(Sketch sketch, String host, SmbConstraint... constraints) {
        return sketch.set(host, "smb.constraints", List.of(constraints));
    }

    private static Sketch both(SmbConstraint there, SmbConstraint back) {
        return constrained(constrained(Sketch.twins("equal"), "HV1", there), "HV2", back);
    }

    @Override
    public Rule rule() {
        return new ConstraintAsFence();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("one side only",
                        constrained(Sketch.twins("equal"), "HV1", constraint("HV2", "HV1/A", "HV1/B")).design(),
                        "warning: HV1 confines SMB towards HV2 to some of its NICs, but HV2 has no constraint for HV1: "
                                + "the way back uses other NICs. Define it on every node for every peer."),
                RuleContract.flags("one side only, by its name in the domain",
                        constrained(Sketch.twins("equal"), "HV1", constraint("hv2.corp.example", "HV1/A", "HV1/B"))
                                .design(),
                        "warning: HV1 confines SMB towards HV2 to some of its NICs, but HV2 has no constraint for HV1: "
                                + "the way back uses other NICs. Define it on every node for every peer."),
                RuleContract.flags("meant for CSV",
                        both(meant(constraint("HV2", "HV1/A", "HV1/B"), "Keep CSV off the LAN"),
                                constraint("HV1", "HV2/A", "HV2/B")).design(),
                        "warning: HV1 has an SMB constraint for \"Keep CSV off the LAN\", but CSV, Storage Spaces Direct "
                                + "and Storage Replica ignore constraints. Keep that traffic apart by subnets."),
                RuleContract.flags("meant for Storage Replica towards another server",
                        constrained(Sketch.twins("equal"), "HV1",
                                meant(constraint("SR-REMOTE", "HV1/A"), "Storage Replica")).design(),
                        "warning: HV1 has an SMB constraint for \"Storage Replica\", but CSV, Storage Spaces Direct and "
                                + "Storage Replica ignore constraints. Keep that traffic apart by subnets."),
                RuleContract.flags("a selected network is left out",
                        both(constraint("HV2", "HV1/A"), constraint("HV1", "HV2/A", "HV2/B")).design(),
                        "warning: HV1 confines SMB towards HV2 to NICs without HV1/B, which is meant for live migration. "
                                + "Add what is missing, or deselect the network."),
                RuleContract.accepts("both sides, with all NICs of the design",
                        both(constraint("HV2", "HV1/A", "HV1/B"), constraint("HV1", "HV2/A", "HV2/B")).design()),
                RuleContract.accepts("towards a file server",
                        constrained(Sketch.twins("equal"), "HV1", meant(constraint("FS1", "HV1/A"), "SOFS shares"))
                                .design()),
                RuleContract.accepts("what is left out is not selected",
                        both(constraint("HV2", "HV1/A"), constraint("HV1", "HV2/A")).set("HVC1", "lmNetworks",
                                List.of(new Id("A"))).design()),
                RuleContract.accepts("a host of another cluster",
                        constrained(Sketch.twins("equal").host("HV9", "2019"), "HV1", constraint("HV9", "HV1/A"))
                                .design()),
                RuleContract.accepts("a purpose that only begins like one",
                        constrained(Sketch.twins("equal"), "HV1", meant(constraint("FS1", "HV1/A"), "CSVDE exports"))
                                .design()),
                RuleContract.cannotTell("the constraints of the other are not known",
                        constrained(Sketch.twins("equal"), "HV1", constraint("HV2", "HV1/A", "HV1/B"))
                                .set("HV2", "smb.constraints", Attribute.unknown()).design(),
                        "Cannot evaluate: needs smb.constraints of HV2."));
    }
}
