package io.plumbline.check.teaming;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import io.plumbline.model.TeamMember;
import java.util.List;

class TeamOfTheWrongThingsTest implements RuleContract {

    private static Sketch host() {
        return Sketch.empty("Host").host("H1", "2012R2").nic("H1", "NIC1").nic("H1", "NIC2").nic("H1", "NIC3")
                .device("S1").ports("S1", 3).cable("H1/NIC1", "S1/1").cable("H1/NIC2", "S1/2").cable("H1/NIC3", "S1/3")
                .lbfo("H1", "Team1", "switchIndependent", "NIC1", "NIC2");
    }

    private static Sketch virtual() {
        return host().vSwitch("H1", "vSwitch1", "H1/Team1/Team1").vNic("H1", "SMB1", "vSwitch1").vNic("H1", "SMB2",
                "vSwitch1");
    }

    private static Sketch wide(int members) {
        Sketch sketch = Sketch.empty("Wide").host("H1", "2012R2");
        String[] nics = new String[members];
        for (int i = 0; i < members; i++) {
            nics[i] = "NIC" + (i + 1);
            sketch = sketch.nic("H1", nics[i]);
        }
        return sketch.lbfo("H1", "Team1", "switchIndependent", nics);
    }

    @Override
    public Rule rule() {
        return new TeamOfTheWrongThings();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("virtual NICs of the management OS",
                        virtual().lbfo("H1", "Upper", "switchIndependent", "SMB1", "SMB2").design(),
                        "error: H1/Upper teams H1/SMB1 and H1/SMB2, virtual NICs of the management OS. Give each of them "
                                + "an address of its own; SMB Multichannel and cluster networks do the rest."),
                flags("an InfiniBand adapter", host().set("H1/NIC2", "mediaType", "infiniband").design(),
                        "error: H1/Team1 holds H1/NIC2, which is an InfiniBand adapter. Take H1/NIC2 out."),
                flags("a Wi-Fi adapter in a LAG's team",
                        host().set("H1/NIC2", "mediaType", "wifi").set("H1/Team1", "teamingMode", "lacp")
                                .lag("Po1", "S1/1", "S1/2").trunk("Po1", "10").design(),
                        "error: H1/Team1 holds H1/NIC2, which is a Wi-Fi adapter. Take H1/NIC2 out."),
                flags("33 members", wide(33).design(),
                        "error: H1/Team1 has 33 members, and LBFO takes 32. Take one out."),
                flags("one adapter in two teams",
                        host().lbfo("H1", "Team2", "switchIndependent", "NIC2", "NIC3").design(),
                        "error: H1/NIC2 is a member of H1/Team1 and H1/Team2 at once. Leave it in one of them."),
                flags("one adapter in two teams, one of them with a LAG",
                        host().lbfo("H1", "Team2", "lacp", "NIC2", "NIC3").lag("Po2", "S1/2", "S1/3").design(),
                        "error: H1/NIC2 is a member of H1/Team1 and H1/Team2 at once. Leave it in one of them."),
                flags("a member bound to a virtual switch", host().vSwitch("H1", "vSwitch1", "H1/NIC2").design(),
                        "error: H1/NIC2 is a member of H1/Team1 and bound to H1/vSwitch1. Bind the virtual switch to the "
                                + "team, or take the adapter out of it."),
                flags("a member with an address", host().address("H1/NIC2", "10.0.0.1").design(),
                        "error: H1/NIC2 is a member of H1/Team1 and holds 10.0.0.1 itself. Give the address to what "
                                + "stands on the team."),
                accepts("an ordinary team", host().design()),
                accepts("32 members", wide(32).design()),
                accepts("two virtual NICs of the management OS, not teamed", virtual().design()),
                accepts("virtual NICs teamed inside a VM",
                        virtual().vm("N1", "H1").vNic("N1", "A", "vSwitch1").vNic("N1", "B", "vSwitch1")
                                .lbfo("N1", "Guest", "switchIndependent", "A", "B").design()),
                accepts("an adapter listed twice in one team",
                        host().set("H1/Team1", "members",
                                List.of(TeamMember.of(new Id("H1/NIC1")), TeamMember.of(new Id("H1/NIC1")))).design()),
                cannotTell("the medium is not known",
                        host().set("H1/NIC2", "mediaType", Attribute.unknown()).design(),
                        "Cannot evaluate: needs mediaType of H1/NIC2."),
                cannotTell("the addresses of a member are not known",
                        host().set("H1/NIC2", "ip.addresses", Attribute.unknown()).design(),
                        "Cannot evaluate: needs ip.addresses of H1/NIC2."));
    }
}
