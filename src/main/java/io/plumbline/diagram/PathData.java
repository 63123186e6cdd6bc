package io.plumbline.diagram;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The outline of an icon or a severity shape, in the notation of SVG paths, read once into straight and cubic pieces so
/// that no painter has to parse while it draws.
///
/// Holds what our icons use: `M L H V C Q A Z` and their relative forms.
public final class PathData {
    /// Receives the pieces in order.
    public interface Pen {
        void moveTo(double x, double y);

        void lineTo(double x, double y);

        void curveTo(double x1, double y1, double x2, double y2, double x, double y);

        void close();
    }

    private final String svg;
    private final byte[] commands;
    private final double[] coordinates;

    private PathData(String svg, byte[] commands, double[] coordinates) {
        this.svg = svg;
        this.commands = commands;
        this.coordinates = coordinates;
    }

    public static PathData of(String svg) {
        return new Parser(svg).parse();
    }

    /// The notation it was read from.
    public String svg() {
        return svg;
    }

    public void draw(Pen pen) {
        int at = 0;
        for (byte command : commands) {
            switch (command) {
                case 'M' -> pen.moveTo(coordinates[at], coordinates[at + 1]);
                case 'L' -> pen.lineTo(coordinates[at], coordinates[at + 1]);
                case 'C' -> pen.curveTo(coordinates[at], coordinates[at + 1], coordinates[at + 2],
                        coordinates[at + 3], coordinates[at + 4], coordinates[at + 5]);
                default -> pen.close();
            }
            at += length(command);
        }
    }

    /// The box around all points, control points included.
    public Bounds bounds() {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < coordinates.length; i += 2) {
            left = Math.min(left, coordinates[i]);
            right = Math.max(right, coordinates[i]);
            top = Math.min(top, coordinates[i + 1]);
            bottom = Math.max(bottom, coordinates[i + 1]);
        }
        return new Bounds(left, top, right - left, bottom - top);
    }

    private static int length(byte command) {
        return switch (command) {
            case 'M', 'L' -> 2;
            case 'C' -> 6;
            default -> 0;
        };
    }

    private static final class Parser {
        private static final Pattern TOKEN = Pattern.compile("[A-Za-z]|[-+]?(?:\\d+\\.?\\d*|\\.\\d+)");

        private final String svg;
        private final Iterator<String> tokens;
        private final StringBuilder commands = new StringBuilder();
        private final List<Double> coordinates = new ArrayList<>();
        private final Deque<Point> visited = new ArrayDeque<>(List.of(new Point(0, 0)));
        private final Deque<Point> starts = new ArrayDeque<>();

        Parser(String svg) {
            this.svg = svg;
            this.tokens = withEveryCommandSpelledOut(svg).iterator();
        }

        PathData parse() {
            while (tokens.hasNext()) {
                apply(tokens.next().charAt(0));
            }
            var bytes = commands.toString().getBytes(StandardCharsets.US_ASCII);
            return new PathData(svg, bytes, coordinates.stream().mapToDouble(Double::doubleValue).toArray());
        }

        /// A command may be left out where it is the one before; after a move it is a line.
        private static List<String> withEveryCommandSpelledOut(String svg) {
            var tokens = new ArrayList<String>();
            String command = "";
            int missing = 0;
            for (String token : TOKEN.matcher(svg).results().map(MatchResult::group).toList()) {
                if (Character.isLetter(token.charAt(0))) {
                    command = token;
                    missing = numbers(token.charAt(0));
                } else if (missing == 0) {
                    command = command.equals("M") ? "L" : command.equals("m") ? "l" : command;
                    tokens.add(command);
                    missing = numbers(command.charAt(0)) - 1;
                } else {
                    missing--;
                }
                tokens.add(token);
            }
            return tokens;
        }

        private static int numbers(char command) {
            return switch (Character.toUpperCase(command)) {
                case 'H', 'V' -> 1;
                case 'M', 'L' -> 2;
                case 'Q' -> 4;
                case 'C' -> 6;
                case 'A' -> 7;
                default -> 0;
            };
        }

        private void apply(char command) {
            Point at = visited.peek();
            double fromX = Character.isLowerCase(command) ? at.x() : 0;
            double fromY = Character.isLowerCase(command) ? at.y() : 0;
            switch (Character.toUpperCase(command)) {
                case 'M' -> {
                    add('M', fromX + number(), fromY + number());
                    starts.push(visited.peek());
                }
                case 'L' -> add('L', fromX + number(), fromY + number());
                case 'H' -> add('L', fromX + number(), at.y());
                case 'V' -> add('L', at.x(), fromY + number());
                case 'C' -> add('C', fromX + number(), fromY + number(), fromX + number(), fromY + number(),
                        fromX + number(), fromY + number());
                case 'Q' -> quadratic(at, fromX + number(), fromY + number(), fromX + number(), fromY + number());
                case 'A' -> arc(at, number(), number(), number(), number() != 0, number() != 0, fromX + number(),
                        fromY + number());
                case 'Z' -> {
                    commands.append('Z');
                    visited.push(starts.peek());
                }
                default -> throw new IllegalArgumentException("Path command " + command + " in " + svg);
            }
        }

        private void quadratic(Point at, double cx, double cy, double endX, double endY) {
            add('C', at.x() + 2 * (cx - at.x()) / 3, at.y() + 2 * (cy - at.y()) / 3, endX + 2 * (cx - endX) / 3,
                    endY + 2 * (cy - endY) / 3, endX, endY);
        }

        /// From the end points to the centre, then one cubic per quarter turn (SVG 1.1, appendix F.6).
        private void arc(Point at, double rx, double ry, double turn, boolean large, boolean sweep, double endX,
                double endY) {
            if (turn != 0) {
                throw new IllegalArgumentException("Turned ellipse in " + svg);
            }
            double halfX = (at.x() - endX) / 2;
            double halfY = (at.y() - endY) / 2;
            double grow = Math.sqrt(Math.max(1, halfX * halfX / (rx * rx) + halfY * halfY / (ry * ry)));
            double a = rx * grow;
            double b = ry * grow;
            double spread = a * a * halfY * halfY + b * b * halfX * halfX;
            double factor = (large == sweep ? -1 : 1) * Math.sqrt(Math.max(0, a * a * b * b - spread) / spread);
            double centreX = factor * a * halfY / b + (at.x() + endX) / 2;
            double centreY = -factor * b * halfX / a + (at.y() + endY) / 2;
            double from = Math.atan2((at.y() - centreY) / b, (at.x() - centreX) / a);
            double angle = Math.atan2((endY - centreY) / b, (endX - centreX) / a) - from;
            angle += sweep && angle < 0 ? 2 * Math.PI : !sweep && angle > 0 ? -2 * Math.PI : 0;
            int quarters = (int) Math.ceil(Math.abs(angle) / (Math.PI / 2) - 1e-9);
            double step = angle / quarters;
            double handle = 4.0 / 3 * Math.tan(step / 4);
            for (int i = 0; i < quarters; i++) {
                double start = from + i * step;
                double end = start + step;
                double toX = i == quarters - 1 ? endX : centreX + a * Math.cos(end);
                double toY = i == quarters - 1 ? endY : centreY + b * Math.sin(end);
                add('C', visited.peek().x() - handle * a * Math.sin(start),
                        visited.peek().y() + handle * b * Math.cos(start), toX + handle * a * Math.sin(end),
                        toY - handle * b * Math.cos(end), toX, toY);
            }
        }

        private void add(char command, double... numbers) {
            commands.append(command);
            for (double number : numbers) {
                coordinates.add(number);
            }
            visited.push(new Point(numbers[numbers.length - 2], numbers[numbers.length - 1]));
        }

        private double number() {
            return Double.parseDouble(tokens.next());
        }
    }
}
