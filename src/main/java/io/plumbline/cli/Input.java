package io.plumbline.cli;

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
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A design file named on the command line; `-` is standard input.
record Input(String name, Design design, Map<Id, Integer> lineById) {

    static final String STANDARD_INPUT = "-";

    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    static Input read(String name, InputStream standardInput) {
        try {
            if (name.equals(STANDARD_INPUT)) {
                return read("standard input", standardInput.readAllBytes());
            }
            Path file = Path.of(name);
            if (Files.isRegularFile(file) || Files.isDirectory(file) || Files.notExists(file)) {
                Design design = DesignFile.read(file);
                return new Input(name, design, lines(Files.readString(file, StandardCharsets.UTF_8)));
            }
            // A pipe of the shell, such as <(git show HEAD:rack.plumb), can be read only once.
            return read(name, Files.readAllBytes(file));
        } catch (UnreadableDesign e) {
            throw new Unusable(e.getMessage());
        } catch (InvalidPathException | IOException e) {
            throw new Unusable(name + ": " + e.getMessage());
        }
    }

    private static Input read(String name, byte[] bytes) throws UnreadableDesign {
        return new Input(name, DesignFile.read(name, new ByteArrayInputStream(bytes)),
                lines(new String(bytes, StandardCharsets.UTF_8)));
    }

    /// The element that a person means: by id, or by name where only one of these kinds has it.
    <E extends Element> E find(String idOrName, Class<E> type, String what) {
        List<E> byName = design.all(type).filter(each -> each.name().equals(idOrName)).toList();
        List<E> byId = design.all(type).filter(each -> each.id().text().equals(idOrName)).toList();
        if (byId.size() + byName.size() == 1 || byId.size() == 1) {
            return byId.isEmpty() ? byName.getFirst() : byId.getFirst();
        }
        String known = String.join(", ", design.all(type).map(Element::name).limit(20).toList());
        throw new Unusable(
                byName.size() > 1 ? name + ": several " + what + "s are called \"" + idOrName + "\"; give the id."
                        : name + ": there is no " + what + " \"" + idOrName + "\"; there "
                                + (known.isEmpty() ? "are none." : "are " + known + "."));
    }

    private static Map<Id, Integer> lines(String text) {
        Map<Id, Integer> lineById = new HashMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            Matcher matcher = ID.matcher(line);
            while (matcher.find() && !matcher.group(1).isBlank() && matcher.group(1).length() <= Id.MOST_CHARACTERS) {
                lineById.putIfAbsent(new Id(matcher.group(1)), number);
            }
        }
        return lineById;
    }
}
