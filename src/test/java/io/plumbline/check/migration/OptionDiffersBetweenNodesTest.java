package io.plumbline.check.migration;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import io.plumbline.model.MigrationDomain;
import java.util.List;

class OptionDiffersBetweenNodesTest implements RuleContract {

    private static Sketch options(Object one, Object other) {
        return Sketch.twins("slower").set("HV1", "lm.option", one).set("HV2", "lm.option", other);
    }

    private static Sketch domain(Object one, Object other) {
        return Sketch.empty("Domain").host("HV1", "2019").host("HV2", "2019").set("HV1", "lm.option", one)
                .set("HV2", "lm.option", other).with(MigrationDomain.of(new Id("D"), "Branch"))
                .set("D", "hosts", List.of(new Id("HV1"), new Id("HV2")));
    }

    @Override
    public Rule rule() {
        return new OptionDiffersBetweenNodes();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("SMB and the default", options("smb", Attribute.unset()).design(),
                        "warning: In HVC1, HV1 sends over SMB, HV2 sends over compressed TCP: the sending host decides, "
                                + "so a VM leaves by one road and comes back by another. Set SMB on all of them."),
                RuleContract.flags("the majority counts",
                        options("smb", "tcpip").node("HV3", "2012R2").set("HV3", "lm.option", "tcpip").design(),
                        "warning: In HVC1, HV2 and HV3 send over TCP/IP, HV1 sends over SMB: the sending host decides, so "
                                + "a VM leaves by one road and comes back by another. Set TCP/IP on all of them."),
                RuleContract.flags("stand-alone hosts that exchange VMs", domain("compression", "tcpip").design(),
                        "warning: In Branch, HV1 sends over compressed TCP, HV2 sends over TCP/IP: the sending host "
                                + "decides, so a VM leaves by one road and comes back by another. Set compressed TCP on "
                                + "all of them."),
                RuleContract.flags("two differ, whatever the third is",
                        options("smb", "tcpip").node("HV3", "2012R2").set("HV3", "lm.option", Attribute.unknown())
                                .design(),
                        "warning: In HVC1, HV1 sends over SMB, HV2 sends over TCP/IP: the sending host decides, so a VM "
                                + "leaves by one road and comes back by another. Set SMB on all of them."),
                RuleContract.accepts("the same everywhere", options("smb", "smb").design()),
                RuleContract.accepts("stated and default are the same",
                        options("compression", Attribute.unset()).design()),
                RuleContract.accepts("2012 has no option, and the newer node is alone",
                        options("smb", Attribute.unset()).set("HV2", "osVersion", "2012").design()),
                RuleContract.accepts("stand-alone hosts that exchange nothing",
                        domain("compression", "tcpip").without("D").design()),
                RuleContract.accepts("one node of which nobody knows anything",
                        options("smb", "smb").without("HV2").set("HV1", "lm.option", Attribute.unknown()).design()),
                RuleContract.cannotTell("one option is not known", options("smb", Attribute.unknown()).design(),
                        "Cannot evaluate: needs lm.option of HV2."),
                RuleContract.cannotTell("the default hangs on the version",
                        options("smb", Attribute.unset()).set("HV2", "osVersion", Attribute.unknown()).design(),
                        "Cannot evaluate: needs osVersion of HV2."));
    }
}
