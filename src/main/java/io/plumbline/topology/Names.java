package io.plumbline.topology;

import io.plumbline.model.Cable;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import io.plumbline.model.L3Interface;
import io.plumbline.model.Lag;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.Team;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.Vlan;
import io.plumbline.model.Vm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How elements are named in sentences: `HV1/SLOT41`, `port te1/0/5 of PC8132-1`; an element without a name by its kind
/// and place ("NIC 3 of HV01"), a name with spaces in quotes.
public final class Names {

    private static final List<String> WORDS =
            List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight",
                    "nine", "ten");

    private final Function<Id, Optional<Element>> elements;
    private final Function<Kind, ? extends Collection<? extends Element>> kinds;

    private Names(Function<Id, Optional<Element>> elements,
            Function<Kind, ? extends Collection<? extends Element>> kinds) {
        this.elements = elements;
        this.kinds = kinds;
    }

    public static Names of(Design design) {
        return new Names(design::find, design::all);
    }

    /// The names of a topology's elements; reading one is reading the topology.
    public static Names of(Topology topology) {
        return new Names(topology::find, kind -> topology.all(kind.type()));
    }

    private <E extends Element> Optional<E> find(Id id, Class<E> type) {
        return elements.apply(id).filter(type::isInstance).map(type::cast);
    }

    public String of(Id id) {
        return elements.apply(id).map(this::of).orElse(id.text());
    }

    public String of(Element element) {
        return switch (element) {
            case PhysicalNic nic -> inside(nic.host(), nic, "NIC");
            case Team team -> inside(team.owner(), team, "team");
            case VirtualSwitch each -> inside(each.host(), each, "virtual switch");
            case VirtualNic nic -> inside(nic.owner(), nic, "virtual NIC");
            case TeamInterface each -> each.name().isBlank() ? "the interface of " + of(each.team())
                    : find(each.team(), Team.class).map(team -> inside(team.owner(), each, "team interface"))
                            .orElse(quoted(each.name()));
            case SwitchPort port -> "port " + (port.name().isBlank() ? port.id().text() : quoted(port.name())) + " of "
                    + of(port.onSwitch());
            case Lag lag -> quoted(lag.name().isBlank() ? "LAG " + lag.id() : lag.name())
                    + ownerOf(lag);
            case Cable cable -> cable.name().isBlank()
                    ? "the cable from " + of(cable.endA()) + " to " + of(cable.endB())
                    : "cable " + quoted(cable.name());
            case Vlan vlan -> "VLAN " + vlan.vlanId().find().map(Object::toString).orElse("?")
                    + (vlan.name().isBlank() ? "" : " (" + vlan.name() + ")");
            case L3Interface each -> each.name().isBlank()
                    ? "the gateway of " + each.vlan().find().map(this::of).orElse("an unknown VLAN") + " on "
                            + of(each.device())
                    : quoted(each.name()) + " of " + of(each.device());
            case Vm vm -> plain(vm, "VM");
            case Element other -> plain(other, other.kind().display());
        };
    }

    /// The names in a sentence: "A", "A and B", "A, B and C".
    public String list(Collection<Id> ids) {
        return join(ids.stream().map(this::of).toList());
    }

    /// Ports and LAGs in a sentence, by switch: "ports te1/0/1 and te1/0/2 of S1 and Po1 of S2".
    public String ports(Collection<Id> ids) {
        Map<String, List<String>> portsByOwner = new LinkedHashMap<>();
        List<String> others = new ArrayList<>();
        for (Id id : ids) {
            switch (elements.apply(id).orElseThrow()) {
                case SwitchPort port -> portsByOwner.computeIfAbsent(of(port.onSwitch()), _ -> new ArrayList<>())
                        .add(port.name().isBlank() ? port.id().text() : quoted(port.name()));
                case Element other -> others.add(of(other));
            }
        }
        List<String> phrases = new ArrayList<>();
        portsByOwner.forEach((owner, ports) -> phrases
                .add((ports.size() == 1 ? "port " : "ports ") + join(ports) + " of " + owner));
        phrases.addAll(others);
        return join(phrases);
    }

    /// As [#join], with no more than `most` names: "A, B and 3 more".
    public static String few(List<String> names, int most) {
        if (names.size() <= most) {
            return join(names);
        }
        List<String> shown = new ArrayList<>(names.subList(0, most));
        shown.add(names.size() - most + " more");
        return join(shown);
    }

    public static String join(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        return names.subList(0, names.size() - 1).stream().collect(Collectors.joining(", ")) + " and "
                + names.getLast();
    }

    /// "1 port", "3 ports".
    public static String count(long number, String singular, String plural) {
        return number + " " + (number == 1 ? singular : plural);
    }

    /// A small number in words, as sentences have it: "two", "12".
    public static String number(int number) {
        return number >= 0 && number < WORDS.size() ? WORDS.get(number) : Integer.toString(number);
    }

    /// A name at the beginning of a sentence: "Port te1/0/5 of PC8132-1". What somebody typed stays as it is.
    public static String sentence(String name) {
        return name.startsWith("port ") || name.startsWith("ports ") || name.startsWith("the ")
                || name.startsWith("cable ")
                        ? Character.toUpperCase(name.charAt(0)) + name.substring(1)
                        : name;
    }

    /// A name as it stands in a sentence: in quotes when it holds spaces.
    public static String quoted(String name) {
        return name.chars().anyMatch(Character::isWhitespace) ? "\"" + name + "\"" : name;
    }

    private String inside(Id owner, Element element, String kind) {
        return element.name().isBlank() ? kind + " " + place(owner, element) + " of " + of(owner)
                : quotedPath(owner, element.name());
    }

    private String quotedPath(Id owner, String name) {
        String path = elements.apply(owner).map(Element::name).orElse(owner.text()) + "/" + name;
        return quoted(path);
    }

    /// The number of a nameless element among its brothers, from 1.
    private int place(Id owner, Element element) {
        int place = 1;
        for (Element brother : kinds.apply(element.kind())) {
            if (brother.id().equals(element.id())) {
                return place;
            }
            place += ownerOf(brother).equals(owner) ? 1 : 0;
        }
        return place;
    }

    private static Id ownerOf(Element element) {
        return switch (element) {
            case PhysicalNic nic -> nic.host();
            case Team team -> team.owner();
            case VirtualSwitch each -> each.host();
            case VirtualNic nic -> nic.owner();
            default -> element.id();
        };
    }

    private String ownerOf(Lag lag) {
        return lag.memberPorts().stream().findFirst().flatMap(port -> find(port, SwitchPort.class))
                .map(port -> logicalSwitch(port.onSwitch())).or(() -> lag.owner().find())
                .map(owner -> " of " + of(owner)).orElse("");
    }

    /// A LAG of a stack belongs to the stack, whichever units its ports are on.
    private Id logicalSwitch(Id each) {
        return find(each, Switch.class).flatMap(unit -> unit.stack().find()).orElse(each);
    }

    private String plain(Element element, String kind) {
        return element.name().isBlank() ? kind + " " + element.id() : quoted(element.name());
    }
}
