package io.plumbline.check.migration;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import java.util.List;

class SmbCannotRunTest implements RuleContract {

    private static Sketch twins() {
        return Sketch.twins("slower");
    }

    @Override
    public Rule rule() {
        return new SmbCannotRun();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("the client is not bound",
                        twins().set("HV1/B", "ip.bindings.msClient", false).design(),
                        "error: HV1 sends live migrations over SMB, but SMB cannot run on HV1/B: Client for Microsoft "
                                + "Networks (ms_msclient) is not bound there. Bind both components."),
                RuleContract.flags("neither is bound on two NICs",
                        twins().set("HV1/A", "ip.bindings.msClient", false).set("HV1/A", "ip.bindings.msServer", false)
                                .set("HV1/B", "ip.bindings.msServer", false).design(),
                        "error: HV1 sends live migrations over SMB, but SMB cannot run on HV1/A: Client for Microsoft "
                                + "Networks (ms_msclient) and File and Printer Sharing (ms_server) are not bound there. "
                                + "Bind both components.",
                        "error: HV1 sends live migrations over SMB, but SMB cannot run on HV1/B: File and Printer "
                                + "Sharing (ms_server) is not bound there. Bind both components."),
                RuleContract.flags("a public network, and no rule",
                        twins().set("HV2/A", "ip.networkCategory", "public").set("HV2", "firewall.smbIn", false)
                                .design(),
                        "error: HV2 sends live migrations over SMB, but SMB cannot run on HV2/A: its network profile is "
                                + "Public and no firewall rule lets SMB in. Use the domain or private profile."),
                RuleContract.flags("Multichannel is off at one end",
                        twins().set("HV2", "smb.clientMultichannel", false).design(),
                        "warning: HV2 sends live migrations over SMB with Multichannel off on the client side: they take "
                                + "the first network alone, and no RDMA. Switch EnableMultiChannel on."),
                RuleContract.flags("and on both sides",
                        twins().set("HV2", "smb.clientMultichannel", false).set("HV2", "smb.serverMultichannel", false)
                                .design(),
                        "warning: HV2 sends live migrations over SMB with Multichannel off on the client and server side: "
                                + "they take the first network alone, and no RDMA. Switch EnableMultiChannel on."),
                RuleContract.flags("the firewall keeps iWARP out",
                        Sketch.twins("equal").iwarp().set("HV1", "firewall.smbDirectIwarpIn", false).design(),
                        "warning: HV1 sends live migrations over SMB, but its firewall keeps SMB Direct over iWARP out: "
                                + "HV1/A and HV1/B do TCP instead of RDMA. Enable the rule FPSSMBD-iWARP-In-TCP."),
                RuleContract.accepts("everything as it came", twins().design()),
                RuleContract.accepts("unbound below a virtual switch: the virtual NIC is the endpoint",
                        Sketch.setMigration().set("HV1", "lm.option", "smb").set("HV1/A", "ip.bindings.msClient", false)
                                .set("HV1/B", "ip.bindings.msClient", false).design()),
                RuleContract.accepts("unbound on a NIC that is not selected",
                        twins().set("HVC1", "lmNetworks", List.of(new Id("A"))).set("HV1/B", "ip.bindings.msClient",
                                false).design()),
                RuleContract.accepts("unbound on a NIC for iSCSI, and no selection",
                        twins().set("HVC1", "lmNetworks", Attribute.unset()).set("B", "purposes", List.of("iscsi"))
                                .set("HV1/B", "ip.bindings.msClient", false).design()),
                RuleContract.accepts("compression needs no SMB",
                        twins().set("HV1", "lm.option", "compression").set("HV1/B", "ip.bindings.msClient", false)
                                .set("HV1", "smb.serverMultichannel", false).design()),
                RuleContract.accepts("a public network with a rule",
                        twins().set("HV2/A", "ip.networkCategory", "public").design()),
                RuleContract.accepts("the firewall keeps iWARP out of a host with RoCE",
                        Sketch.twins("equal").set("HV1", "firewall.smbDirectIwarpIn", false).design()),
                RuleContract.cannotTell("the binding is not known",
                        twins().set("HV1/B", "ip.bindings.msServer", Attribute.unknown()).design(),
                        "Cannot evaluate: needs ip.bindings.msServer of HV1/B."),
                RuleContract.cannotTell("the option is not known",
                        twins().set("HV1/B", "ip.bindings.msServer", false).set("HV1", "lm.option", Attribute.unknown())
                                .design(),
                        "Cannot evaluate: needs lm.option of HV1."));
    }
}
