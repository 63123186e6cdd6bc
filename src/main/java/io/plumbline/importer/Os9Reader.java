package io.plumbline.importer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a Dell OS9 (FTOS) configuration line by line.
///
/// Which block a line belongs to follows from the modes of the command line, with the indentation as a hint: `!` may
/// stand anywhere, the block of a port may be interrupted by `!  `, and pasted text may have lost its indentation.
/// What is indented below a line that nobody understands is not understood either: a `shutdown` there must not
/// switch off the port above.
final class Os9Reader {

    private static final Pattern PROMPT = Pattern.compile("^[\\w.-]{1,64}(?:\\([\\w/,-]{1,60}\\))?[#>]\\s*");
    private static final Pattern VERSION = Pattern.compile("!\\s*Version\\s+(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BANNER = Pattern.compile(
            "banner\\s+(?:exec|login|motd)\\s+(?:keyboard-interactive\\s+)?(\\^C|\\S)(.*)", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_BANNER = 200;

    /// More than all ports of a full chassis in all VLANs that a rack uses.
    private static final int MOST_NAMES = 500_000;

    private final String file;
    private final List<String> lines;
    private final int margin;
    private final boolean flat;
    private final Deque<Block> open = new ArrayDeque<>();
    private final List<LineReading> readings = new ArrayList<>();
    private final List<SecretFound> secrets = new ArrayList<>();
    private int bannerEnd;
    private int namesUnfolded;

    private Os9Reader(String file, ConfigurationText text) {
        this.file = file;
        this.lines = text.lines();
        this.margin = lines.stream().filter(line -> !line.isBlank()).mapToInt(Os9Reader::indentation).min().orElse(0);
        this.flat = lines.stream().filter(line -> !line.isBlank() && !line.strip().startsWith("!"))
                .allMatch(line -> indentation(line) == margin);
    }

    static Os9Configuration read(String file, ConfigurationText text) {
        return new Os9Reader(file, text).read();
    }

    private Os9Configuration read() {
        Block root = new Block(Os9Mode.GLOBAL, "", List.of(), 1, -1, SetAside.REMARK);
        open.push(root);
        for (int i = 0; i < lines.size(); i++) {
            Secrets.Masked masked = Secrets.mask(lines.get(i));
            int number = i + 1;
            masked.what().ifPresent(what -> secrets.add(new SecretFound(file, number, what)));
            readings.add(reading(number, masked.line()));
        }
        return new Os9Configuration(file, root.stanza(), readings, secrets);
    }

    private LineReading reading(int number, String text) {
        String line = PROMPT.matcher(text.strip()).replaceFirst("");
        int indent = indentation(text) - margin;
        if (number <= bannerEnd) {
            return aside(number, text, SetAside.BANNER);
        }
        if (line.isBlank()) {
            return aside(number, text, text.isBlank() ? SetAside.SEPARATOR : SetAside.TERMINAL);
        }
        if (line.startsWith("!")) {
            return remark(number, text, line);
        }
        Matcher banner = BANNER.matcher(line);
        if (banner.matches()) {
            bannerEnd = endOfBanner(number, banner.group(1), banner.group(2));
            return aside(number, text, SetAside.BANNER);
        }
        return command(number, text, line, indent);
    }

    /// A remark never changes the mode: the switch prints `!` between the lines of one port.
    private LineReading remark(int number, String text, String line) {
        Matcher version = VERSION.matcher(line);
        if (version.matches()) {
            open.getLast().statements.add(new Said<>(number, new Os9Statement.Version(version.group(1))));
            return used(number, text);
        }
        Optional<Meaning> meaning = Os9Grammar.find(open.getFirst().mode, line);
        if (meaning.isPresent() && affordable(meaning.get())
                && meaning.get() instanceof Meaning.Says(Os9Statement statement)) {
            open.getFirst().statements.add(new Said<>(number, statement));
            return used(number, text);
        }
        return aside(number, text, line.substring(1).isBlank() ? SetAside.SEPARATOR : SetAside.REMARK);
    }

    private LineReading command(int number, String text, String line, int indent) {
        List<Block> candidates = text.length() > ConfigurationText.LONGEST_LINE ? List.of() : candidates(indent);
        for (Block block : candidates) {
            boolean below = indent > block.indent;
            if (below && (block.mode == Os9Mode.SET_ASIDE || block.mode == Os9Mode.UNKNOWN)) {
                closeAbove(block);
                return block.mode == Os9Mode.UNKNOWN ? notUnderstood(number, text) : aside(number, text, block.reason);
            }
            Optional<Meaning> meaning = Os9Grammar.find(block.mode, line);
            if (meaning.isPresent() && affordable(meaning.get())
                    && belongs(block, meaning.get(), indent, candidates, line)) {
                closeAbove(block);
                return take(number, text, line, block, meaning.get(), indent);
            }
        }
        if (!flat) {
            closeFrom(indent);
            open.push(new Block(Os9Mode.UNKNOWN, "", List.of(), number, indent, SetAside.REMARK));
        }
        return notUnderstood(number, text);
    }

    private LineReading take(int number, String text, String line, Block block, Meaning meaning, int indent) {
        return switch (meaning) {
            case Meaning.Says(Os9Statement statement) -> {
                block.statements.add(new Said<>(number, statement));
                yield used(number, text);
            }
            case Meaning.Opens(Os9Mode mode, String key, List<InterfaceName> interfaces) -> {
                Block opened = new Block(mode, key, interfaces, number, indent, SetAside.REMARK);
                block.within.add(opened);
                open.push(opened);
                yield used(number, text);
            }
            case Meaning.Aside(SetAside reason) -> {
                if (reason == SetAside.END_OF_MODE) {
                    leave(line);
                } else {
                    open.push(new Block(Os9Mode.SET_ASIDE, "", List.of(), number, indent, reason));
                }
                yield aside(number, text, reason);
            }
        };
    }

    /// Indented lines are first offered to the blocks they are indented below, innermost first; the rest follow.
    /// A line at the margin is offered to the global mode first.
    private List<Block> candidates(int indent) {
        List<Block> above = open.stream().filter(block -> block.mode != Os9Mode.GLOBAL).toList();
        List<Block> ordered = new ArrayList<>();
        if (indent == 0) {
            ordered.add(open.getLast());
            ordered.addAll(above);
        } else {
            above.stream().filter(block -> block.indent < indent).forEach(ordered::add);
            above.stream().filter(block -> block.indent >= indent).forEach(ordered::add);
            ordered.add(open.getLast());
        }
        return ordered;
    }

    /// An indented line inside a block is global only when it opens an interface: `logging ...` below a port is not.
    /// A line at the margin is not set aside globally when an open block knows it as its own.
    private boolean belongs(Block block, Meaning meaning, int indent, List<Block> candidates, String line) {
        if (block.mode != Os9Mode.GLOBAL || open.size() == 1) {
            return true;
        }
        boolean leaves = meaning instanceof Meaning.Aside(SetAside reason) && reason == SetAside.END_OF_MODE;
        if (indent > 0) {
            return leaves || meaning instanceof Meaning.Opens(_, _, List<InterfaceName> names) && !names.isEmpty();
        }
        return leaves || !(meaning instanceof Meaning.Aside) || candidates.stream().skip(1)
                .noneMatch(inner -> Os9Grammar.find(inner.mode, line).orElse(meaning) instanceof Meaning.Says);
    }

    /// Ranges are written in a few characters and unfold to thousands of ports; a file that does so line by line is none
    /// that a switch wrote.
    private boolean affordable(Meaning meaning) {
        int names = switch (meaning) {
            case Meaning.Opens(_, _, List<InterfaceName> opened) -> opened.size();
            case Meaning.Says(Os9Statement.Tagged(List<InterfaceName> ports)) -> ports.size();
            case Meaning.Says(Os9Statement.Untagged(List<InterfaceName> ports)) -> ports.size();
            case Meaning.Says(Os9Statement.ChannelMembers(List<InterfaceName> ports)) -> ports.size();
            case Meaning.Says(Os9Statement.StaticMac(_, _, List<InterfaceName> ports)) -> ports.size();
            case Meaning.Says _,Meaning.Aside _ -> 0;
        };
        boolean affordable = names < 2 || namesUnfolded + names <= MOST_NAMES;
        namesUnfolded += affordable ? names : 0;
        return affordable;
    }

    private void closeAbove(Block block) {
        while (open.getFirst() != block) {
            open.pop();
        }
    }

    private void closeFrom(int indent) {
        while (open.size() > 1 && open.getFirst().indent >= indent) {
            open.pop();
        }
    }

    private void leave(String word) {
        int depth = word.equalsIgnoreCase("end") ? 1 : Math.max(1, open.size() - 1);
        while (open.size() > depth) {
            open.pop();
        }
    }

    /// The number of the last line of a banner; that of its first line when the closing mark never comes.
    private int endOfBanner(int number, String mark, String rest) {
        if (rest.contains(mark)) {
            return number;
        }
        for (int i = number; i < Math.min(lines.size(), number + LONGEST_BANNER); i++) {
            if (lines.get(i).contains(mark)) {
                return i + 1;
            }
        }
        return number;
    }

    private static LineReading used(int number, String text) {
        return new LineReading(number, text, LineReading.Fate.USED, "");
    }

    private static LineReading aside(int number, String text, SetAside reason) {
        return new LineReading(number, text, LineReading.Fate.SET_ASIDE, reason.text());
    }

    private static LineReading notUnderstood(int number, String text) {
        return new LineReading(number, text, LineReading.Fate.NOT_UNDERSTOOD, "");
    }

    private static int indentation(String line) {
        int count = 0;
        while (count < line.length() && Character.isWhitespace(line.charAt(count))) {
            count++;
        }
        return count;
    }

    /// A block while it is being read.
    private static final class Block {

        private final Os9Mode mode;
        private final String key;
        private final List<InterfaceName> interfaces;
        private final int line;
        private final int indent;
        private final SetAside reason;
        private final List<Said<?>> statements = new ArrayList<>();
        private final List<Block> within = new ArrayList<>();

        private Block(Os9Mode mode, String key, List<InterfaceName> interfaces, int line, int indent, SetAside reason) {
            this.mode = mode;
            this.key = key;
            this.interfaces = interfaces;
            this.line = line;
            this.indent = indent;
            this.reason = reason;
        }

        private Os9Stanza stanza() {
            return new Os9Stanza(mode, key, interfaces, line, statements, within.stream().map(Block::stanza).toList());
        }
    }
}
