package io.plumbline.importer;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Whose configuration a text is, judged by lines that no other platform prints.
enum SwitchSystem {
    DELL_OS9("Dell OS9 (FTOS)",
            "!\\s*Version\\s+(E?[6-9])[.-]",
            "interface\\s+(TenGigabitEthernet|GigabitEthernet)\\s+\\d+/\\d+(/\\d+)?",
            "interface\\s+(fortyGigE|twentyFiveGigE|hundredGigE|fiftyGigE|ManagementEthernet)\\s+\\d.*",
            "(un)?tagged\\s+(TenGigabitEthernet|GigabitEthernet|fortyGigE|twentyFiveGigE|Port-channel|te|po)\\b.*",
            "portmode\\s+hybrid", "port-channel-protocol\\s+LACP", "channel-member\\s+.*", "vlt\\s+domain\\s+\\d+",
            "vlt-peer-lag\\s+.*", "stack-unit\\s+\\d+\\s+(provision|port)\\s+.*", "protocol\\s+spanning-tree\\s+.*",
            "reload-type.*", "redundancy\\s+auto-synchronize.*", "dcb-map\\s+.*", "cam-acl\\s+.*",
            "control-plane-cpuqos"),
    CISCO_NXOS("Cisco NX-OS",
            "version\\s+\\d+\\.\\d+\\(\\d+\\).*", "(no\\s+)?feature\\s+[a-z+-]+", "interface\\s+Ethernet\\d+/\\d+.*",
            "vpc\\s+domain\\s+\\d+", "vpc\\s+(\\d+|peer-link)", "vrf\\s+context\\s+.*", "interface\\s+port-channel\\d+",
            "interface\\s+mgmt0", "switchport\\s+trunk\\s+allowed\\s+vlan.*",
            "username\\s+\\S+\\s+password.*\\srole\\s.*",
            "class-map\\s+type\\s+network-qos.*", "hardware\\s+profile\\s+.*", "system\\s+default\\s+switchport.*"),
    CISCO_IOS("Cisco IOS",
            "version\\s+1[0-9]\\.\\d+", "service\\s+password-encryption",
            "interface\\s+(GigabitEthernet|TenGigabitEthernet|TwentyFiveGigE|FastEthernet)\\d+/\\d+.*",
            "switchport\\s+mode\\s+(access|trunk)", "switchport\\s+trunk\\s+(allowed|encapsulation|native)\\s.*",
            "interface\\s+Port-channel\\d+", "channel-group\\s+\\d+\\s+mode\\s.*",
            "spanning-tree\\s+mode\\s+(rapid-)?pvst", "vtp\\s+mode.*", "switch\\s+\\d+\\s+provision.*",
            "ip\\s+classless",
            "boot-start-marker", "spanning-tree\\s+extend\\s+system-id"),
    DELL_OS10("Dell OS10",
            "!\\s*Version\\s+10\\..*", "interface\\s+(range\\s+)?ethernet\\d+/\\d+/\\d+.*",
            "interface\\s+mgmt\\s?1/1/1",
            "vlt-domain\\s+\\d+", "vlt-port-channel\\s+\\d+", "discovery-interface\\s+.*", "vlt-mac\\s+.*",
            "interface\\s+port-channel\\d+", "qos-map\\s+traffic-class.*", "trust\\s+dot1p-map.*", "dcbx\\s+enable",
            "class-map\\s+type\\s+(queuing|network-qos|application).*", "switchport\\s+trunk\\s+allowed\\s+vlan.*"),
    DELL_OS6("Dell PowerConnect or OS6",
            "!\\s*Current Configuration:.*", "!\\s*System Description.*", "!\\s*System Software Version.*",
            "vlan\\s+database", "interface\\s+(Te|Gi|Fo)\\d+/\\d+/\\d+", "interface\\s+ethernet\\s+(\\d+/)?x?g\\d+",
            "switchport\\s+mode\\s+(general|trunk|access)", "switchport\\s+general.*",
            "interface\\s+port-channel\\s+\\d+", "channel-group\\s+\\d+\\s+mode\\s.*", "interface\\s+out-of-band",
            "bridge\\s+multicast\\s+.*"),
    ARISTA_EOS("Arista EOS",
            "!\\s*device:.*EOS.*", "interface\\s+Ethernet\\d+(/\\d+)?", "mlag\\s+configuration",
            "management\\s+api\\s+.*", "daemon\\s+TerminAttr", "transceiver\\s+qsfp\\s+.*",
            "interface\\s+Management\\d+",
            "service\\s+routing\\s+protocols\\s+model.*", "interface\\s+Port-Channel\\d+"),
    HP_PROCURVE("HP ProCurve or Aruba AOS-S",
            ";\\s*J\\w{4,6}\\s+Configuration\\s+Editor.*", "vlan\\s+\\d+", "untagged\\s+[A-Z]?\\d+[-,A-Z0-9]*",
            "tagged\\s+[A-Z]?\\d+[-,A-Z0-9]*", "trunk\\s+\\S+\\s+trk\\d+.*", "module\\s+\\d+\\s+type\\s.*"),
    JUNIPER_JUNOS("Juniper Junos",
            "set\\s+(system|interfaces|vlans|protocols|version|chassis)\\s.*", "##\\s*Last\\s+(commit|changed).*",
            "(system|interfaces|vlans|chassis)\\s*\\{", "host-name\\s+\\S+;", "version\\s+\\S+;"),
    PLUMBLINE_OR_JSON("a JSON file", "\"formatVersion\".*", "[{\\[]", "[}\\]],?", "\"[\\w.-]+\"\\s*:.*");

    /// Enough to see every kind of line a configuration has; a longer file only repeats them.
    private static final int LINES_LOOKED_AT = 20_000;

    private final String title;
    private final List<Pattern> signs;

    SwitchSystem(String title, String... signs) {
        this.title = title;
        this.signs = Arrays.stream(signs).map(sign -> Pattern.compile(sign, Pattern.CASE_INSENSITIVE)).toList();
    }

    String title() {
        return title;
    }

    /// Refuses what is no configuration of this platform, and says what it looks like instead.
    void demand(String file, ConfigurationText text) throws UnusableInput {
        List<String> lines = text.lines().stream().limit(LINES_LOOKED_AT).map(String::strip)
                .filter(line -> !line.isEmpty()).toList();
        Map<SwitchSystem, Long> signs = new EnumMap<>(SwitchSystem.class);
        for (SwitchSystem platform : values()) {
            signs.put(platform, platform.signsIn(lines));
        }
        long here = signs.get(this);
        SwitchSystem likeliest = Collections.max(signs.entrySet(), Map.Entry.comparingByValue()).getKey();
        if (signs.get(likeliest) > here) {
            throw new UnusableInput(Texts.get("bad.otherPlatform", file, likeliest.title, title));
        }
        if (here == 0) {
            throw new UnusableInput(Texts.get("bad.noPlatform", file, title));
        }
    }

    private long signsIn(List<String> lines) {
        return signs.stream().filter(sign -> lines.stream().anyMatch(line -> sign.matcher(line).matches())).count();
    }
}
