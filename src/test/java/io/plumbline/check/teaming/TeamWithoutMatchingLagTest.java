package io.plumbline.check.teaming;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class TeamWithoutMatchingLagTest implements RuleContract {

    /// Two hosts with an LACP team each, all four NICs on one switch, no LAG yet.
    private static Sketch teams() {
        return Sketch.empty("Teams").host("H1", "2012R2").nic("H1", "NIC1").nic("H1", "NIC2")
                .host("H2", "2012R2").nic("H2", "NIC1").nic("H2", "NIC2").device("S1").ports("S1", 6)
                .cable("H1/NIC1", "S1/1").cable("H1/NIC2", "S1/2").cable("H2/NIC1", "S1/3").cable("H2/NIC2", "S1/4")
                .lbfo("H1", "Team1", "lacp", "NIC1", "NIC2");
    }

    /// A team over the two peers of an MLAG pair, one LAG on each.
    private static Sketch pair() {
        return Sketch.empty("Pair").host("H1", "2012R2").nic("H1", "NIC1").nic("H1", "NIC2").device("S1").device("S2")
                .ports("S1", 3).ports("S2", 3).cable("H1/NIC1", "S1/1").cable("H1/NIC2", "S2/1")
                .cable("S1/3", "S2/3").lag("Peer", "S1/3").mlag("VLT", "S1", "S2", "Peer")
                .lag("Po1-S1", "S1/1").lag("Po1-S2", "S2/1").lbfo("H1", "Team1", "lacp", "NIC1", "NIC2");
    }

    @Override
    public Rule rule() {
        return new TeamWithoutMatchingLag();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("no LAG at all", teams().design(),
                        "error: H1/Team1 is an LACP team on ports 1 and 2 of S1, but these ports are in no LAG. "
                                + "Make one LAG of exactly these ports, or make the team switch independent."),
                flags("a static team whose one cabled port is in no LAG",
                        teams().set("H1/Team1", "teamingMode", "static").without("H1/NIC2-S1/2").design(),
                        "error: H1/Team1 is a static team on port 1 of S1, but this port is in no LAG. "
                                + "Make one LAG of exactly these ports, or make the team switch independent."),
                flags("one of two ports in the LAG", teams().lag("Po1", "S1/1").design(),
                        "error: H1/Team1 is an LACP team on ports 1 and 2 of S1, but port 2 of S1 is in no LAG. "
                                + "Make one LAG of exactly these ports, or make the team switch independent."),
                flags("two LAGs on one switch", teams().lag("Po1", "S1/1").lag("Po2", "S1/2").design(),
                        "error: H1/Team1 is an LACP team on ports 1 and 2 of S1, but they are spread over Po1 of S1 "
                                + "and Po2 of S1. "
                                + "Make one LAG of exactly these ports, or make the team switch independent."),
                flags("the LAG holds the port of another host", teams().lag("Po1", "S1/1", "S1/2", "S1/3").design(),
                        "error: H1/Team1 is an LACP team on ports 1 and 2 of S1, but Po1 of S1 also holds port 3 of S1 "
                                + "(cabled to H2/NIC1). Take that port out of the LAG."),
                flags("the LAG holds two ports too many",
                        teams().lag("Po1", "S1/1", "S1/2", "S1/3", "S1/4").design(),
                        "error: H1/Team1 is an LACP team on ports 1 and 2 of S1, but Po1 of S1 also holds port 3 of S1 "
                                + "(cabled to H2/NIC1) and port 4 of S1 (cabled to H2/NIC2). "
                                + "Take those ports out of the LAG."),
                flags("two MLAG peers whose LAGs have different ids",
                        pair().set("Po1-S1", "mlagId", 1).set("Po1-S2", "mlagId", 2).design(),
                        "error: H1/Team1 is an LACP team on port 1 of S1 and port 1 of S2, but they are spread over "
                                + "Po1-S1 of S1 and Po1-S2 of S2. "
                                + "Give the two LAGs one MLAG id, or make the team switch independent."),
                flags("a fabric interconnect of Cisco UCS, LAG or not",
                        teams().lag("Po1", "S1/1", "S1/2").set("S1", "platform.os", "UCS Manager").design(),
                        "error: H1/Team1 is an LACP team on ports 1 and 2 of S1, but S1 is a fabric interconnect of "
                                + "Cisco UCS, which forms no port channel towards a server adapter. "
                                + "Make the team switch independent."),
                accepts("exactly one LAG", teams().lag("Po1", "S1/1", "S1/2").design()),
                accepts("a LAG with further ports that have no cable",
                        teams().lag("Po1", "S1/1", "S1/2", "S1/5", "S1/6").design()),
                accepts("a LAG of one port towards a team of one member",
                        Sketch.empty("One").host("H1", "2012R2").nic("H1", "NIC1").device("S1").ports("S1", 1)
                                .cable("H1/NIC1", "S1/1").lag("Po1", "S1/1").lbfo("H1", "Team1", "lacp", "NIC1")
                                .design()),
                accepts("two MLAG peers with one MLAG id",
                        pair().set("Po1-S1", "mlagId", 1).set("Po1-S2", "mlagId", 1).design()),
                accepts("a LAG over a stack: the base of the worked examples", Sketch.b0().design()),
                accepts("a switch-independent team on loose ports",
                        teams().set("H1/Team1", "teamingMode", "switchIndependent").design()),
                accepts("nothing said about the mode: switch independent",
                        teams().set("H1/Team1", "teamingMode", Attribute.unset()).design()),
                accepts("no cable yet", teams().without("S1").design()),
                accepts("SET forms no aggregate; a wrong mode there is TEAM001",
                        teams().set("H1/Team1", "technology", "set").design()),
                cannotTell("the mode is not known",
                        teams().set("H1/Team1", "teamingMode", Attribute.unknown()).design(),
                        "Cannot evaluate: needs teamingMode of H1/Team1."),
                cannotTell("the MLAG id of one peer is not known",
                        pair().set("Po1-S1", "mlagId", 1).set("Po1-S2", "mlagId", Attribute.unknown()).design(),
                        "Cannot evaluate: needs mlagId of Po1-S2 of S2."));
    }
}
