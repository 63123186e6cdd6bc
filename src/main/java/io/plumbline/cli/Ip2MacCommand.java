package io.plumbline.cli;

import io.plumbline.model.IpAddress;
import io.plumbline.model.Ipv4;
import io.plumbline.model.Mac;
import io.plumbline.model.NlbMode;
import io.plumbline.predict.Ip2Mac;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "ip2mac", mixinStandardHelpOptions = true, description = "Prints the NLB cluster MACs and the IGMP group of a primary VIP, or what a MAC was made of.")
final class Ip2MacCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ADDRESS", description = "A primary VIP such as 172.31.3.232, or a MAC in any notation.")
    private String address;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (address.matches("(?i)[0-9a-f]{2}([-:][0-9a-f]{2}){5}|[0-9a-f]{4}(\\.[0-9a-f]{4}){2}|[0-9a-f]{12}")) {
            decode(out, Mac.parse(address));
            return 0;
        }
        IpAddress vip = parse();
        Ip2Mac.refusal(vip, 32).ifPresent(reason -> {
            throw new Unusable(reason);
        });
        if (!(vip instanceof Ipv4 ipv4)) {
            throw new Unusable("The cluster MAC of an IPv6 VIP is no copy of its octets: "
                    + "enter the MAC that nlb.exe ip2mac shows on a node.");
        }
        for (NlbMode mode : NlbMode.values()) {
            print(out, mode.display(), Ip2Mac.clusterMac(mode, ipv4));
        }
        out.printf("%-15s %s%n", "IGMP group", Ip2Mac.igmpGroup(ipv4));
        return 0;
    }

    private IpAddress parse() {
        try {
            return IpAddress.parse(address);
        } catch (IllegalArgumentException e) {
            throw new Unusable(e.getMessage());
        }
    }

    private static void print(PrintWriter out, String label, Mac mac) {
        out.printf("%-15s %s  %s  %s  %s%n", label, mac.toWindows(), mac.toDotted(), mac.toColons(), mac.toBare());
    }

    private static void decode(PrintWriter out, Mac mac) {
        out.println(mac.toWindows() + " " + switch (Ip2Mac.decode(mac)) {
            case Ip2Mac.Origin.ClusterMac(NlbMode mode, Ipv4 vip) ->
                    "is the cluster MAC of " + vip + " in " + inSentence(mode) + " mode.";
            case Ip2Mac.Origin.IgmpGroup group -> "is the MAC of group " + group.group()
                    + ", which IGMP multicast uses for every VIP " + group.vipPattern() + ".";
            case Ip2Mac.Origin.MaskedSource(int priority, Ipv4 vip) -> "is the masked sender of node " + priority
                    + " of the cluster " + vip + " in unicast mode; it never receives.";
            case Ip2Mac.Origin.Other _ -> "is no MAC that NLB derives.";
        });
    }

    private static String inSentence(NlbMode mode) {
        return mode == NlbMode.IGMP_MULTICAST ? mode.display() : mode.display().toLowerCase(Locale.ROOT);
    }
}
