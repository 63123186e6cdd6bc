package io.plumbline.importer;

import io.plumbline.model.Cable;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import io.plumbline.model.L3Interface;
import io.plumbline.model.Lag;
import io.plumbline.model.MlagPair;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.SwitchStack;
import io.plumbline.model.Vlan;
import io.plumbline.model.VlanId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The design that an import goes into, by what people know its elements by: a switch by its name, a port by its switch
/// and name, a VLAN by its number. What is already there is changed; it is not drawn a second time.
final class Existing {

    private final Design design;
    private final Map<String, Element> elementByKey = new HashMap<>();
    private final Set<Id> cabled = new HashSet<>();

    Existing(Design design) {
        this.design = design;
        design.all(Cable.class).forEach(cable -> cabled.addAll(List.of(cable.endA(), cable.endB())));
        design.all().forEach(element -> key(element).ifPresent(key -> elementByKey.putIfAbsent(key, element)));
    }

    Optional<Element> find(Id id) {
        return design.find(id);
    }

    /// The element known by these words, or a new one with an id made of them: the same import always gives the same ids.
    <E extends Element> E of(Class<E> type, Kind kind, Function<Id, E> blank, Object... words) {
        Element there = elementByKey.get(key(kind, words));
        return there == null ? blank.apply(freeId(kind.word() + "-" + suffix(words))) : type.cast(there);
    }

    private Id freeId(String text) {
        Id id = new Id(text);
        for (int i = 2; design.find(id).isPresent(); i++) {
            id = new Id(text + "-" + i);
        }
        return id;
    }

    /// Ports, LAGs and VLANs get ids that sort as people count, because files and lists are sorted by id.
    private static String suffix(Object... words) {
        return switch (words[words.length - 1]) {
            case InterfaceName name -> hash(words[0].toString()) + "-" + name.toSortable();
            case Integer number -> "%04d".formatted(number);
            default -> hash(Stream.of(words).map(Object::toString).collect(Collectors.joining("\n")));
        };
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String key(Kind kind, Object... words) {
        StringBuilder key = new StringBuilder(kind.word());
        for (Object word : words) {
            key.append('\n').append(word);
        }
        return key.toString();
    }

    private Optional<String> key(Element element) {
        return switch (element) {
            case Switch sw -> Optional.of(key(Kind.SWITCH, sw.name()));
            case SwitchStack stack -> Optional.of(key(Kind.SWITCH_STACK, stack.name()));
            case SwitchPort port -> Optional.of(key(Kind.SWITCH_PORT, port.onSwitch(), port.name()));
            case Lag lag -> lag.owner().find().or(() -> ownerOf(lag)).map(owner -> key(Kind.LAG, owner, lag.name()));
            case Vlan vlan -> vlan.vlanId().find().map(VlanId::value).map(number -> key(Kind.VLAN, number));
            case L3Interface l3 -> Optional.of(key(Kind.L3_INTERFACE, l3.device(), l3.name()));
            case MlagPair pair -> Optional.of(key(Kind.MLAG_PAIR, pair.switches().stream().sorted().toArray()));
            case Cable cable -> Optional.of(cableKey(cable.endA(), cable.endB()));
            default -> Optional.empty();
        };
    }

    private Optional<Id> ownerOf(Lag lag) {
        return lag.memberPorts().stream().findFirst().flatMap(port -> design.find(port, SwitchPort.class))
                .map(port -> design.find(port.onSwitch(), Switch.class).flatMap(sw -> sw.stack().find())
                        .orElse(port.onSwitch()));
    }

    /// The cable between two ports, whichever end is named first.
    Cable cable(Id one, Id two) {
        Element there = elementByKey.get(cableKey(one, two));
        return there instanceof Cable cable ? cable
                : Cable.of(freeId(one.text().replaceFirst("^[^-]*", Kind.CABLE.word())), "", one, two);
    }

    /// Whether a port has a cable in the design already.
    boolean isCabled(Id port) {
        return cabled.contains(port);
    }

    private static String cableKey(Id one, Id two) {
        return one.compareTo(two) < 0 ? key(Kind.CABLE, one, two) : key(Kind.CABLE, two, one);
    }
}
