package io.plumbline.cli;

import io.plumbline.exporter.Printable;
import io.plumbline.file.DesignFile;
import io.plumbline.file.UnreadableDesign;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A design file named on the command line; `-` is standard input.
record Input(String name, Design design, String text, Map<Id, Integer> lineById) {

    static final String STANDARD_INPUT = "-";

    private static final int MOST_NAMES = 20;
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"\\\\]+)\"");

    static Input read(String name, InputStream standardInput) {
        try {
            if (name.equals(STANDARD_INPUT)) {
                return once("standard input", standardInput);
            }
            Path file = FileName.path(name);
            if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
                try (InputStream pipe = Files.newInputStream(file)) {
                    return once(name, pipe);
                }
            }
            Design design = DesignFile.read(file);
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return new Input(name, design, text, lines(text, design));
        } catch (UnreadableDesign e) {
            throw new Unusable(e.getMessage());
        } catch (IOException e) {
            throw new Unusable(name + ": It cannot be read: " + e.getMessage() + ".");
        }
    }

    /// From what can be read only once. What is too large is read no further than needed to say so.
    private static Input once(String name, InputStream in) throws IOException, UnreadableDesign {
        byte[] bytes = in.readNBytes((int) DesignFile.MOST_BYTES + 1);
        Design design = DesignFile.read(name, new ByteArrayInputStream(bytes));
        String text = new String(bytes, StandardCharsets.UTF_8);
        return new Input(name, design, text, lines(text, design));
    }

    /// The element that a person means: by id, or by name where only one of these kinds has it.
    <E extends Element> E find(String idOrName, Class<E> type, String what) {
        List<E> byName = design.all(type).filter(each -> each.name().equals(idOrName)).toList();
        List<E> byId = design.all(type).filter(each -> each.id().text().equals(idOrName)).toList();
        if (byId.size() + byName.size() == 1 || byId.size() == 1) {
            return byId.isEmpty() ? byName.getFirst() : byId.getFirst();
        }
        throw new Unusable(Printable.line(
                byName.size() > 1 ? name + ": several " + what + "s are called \"" + idOrName + "\"; give the id."
                        : name + ": there is no " + what + " \"" + idOrName + "\"; "
                                + known(design.all(type).map(Element::name).toList())));
    }

    /// "there are HV1, HV2."
    static String known(List<String> names) {
        return names.isEmpty() ? "there are none."
                : "there are " + String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())))
                        + (names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more." : ".");
    }

    /// The line of each element's id. Ids with escapes have none; nobody writes them.
    private static Map<Id, Integer> lines(String text, Design design) {
        Map<String, Id> idByText = design.all().collect(Collectors.toMap(each -> each.id().text(), Element::id));
        Map<Id, Integer> lineById = new HashMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            Matcher matcher = ID.matcher(line);
            while (matcher.find()) {
                if (idByText.containsKey(matcher.group(1))) {
                    lineById.putIfAbsent(idByText.get(matcher.group(1)), number);
                }
            }
        }
        return lineById;
    }
}
