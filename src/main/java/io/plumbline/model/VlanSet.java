package io.plumbline.model;

import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;

/// A set of VLAN ids, written as devices write it: `10,20,30-35`, or `all`, or `none`.
///
/// The text is canonical: sorted, ranges joined, so that equal sets are equal records.
public record VlanSet(String text) {

    public static final VlanSet ALL = new VlanSet("all");
    public static final VlanSet NONE = new VlanSet("none");

    private static final int LAST = 4094;

    public VlanSet {
        text = isOneId(text) ? text : write(read(text));
    }

    public static VlanSet parse(String text) {
        return new VlanSet(text);
    }

    public static VlanSet of(int... vlanIds) {
        if (vlanIds.length == 1) {
            return new VlanSet(Integer.toString(vlanIds[0]));
        }
        BitSet bits = new BitSet();
        for (int vlanId : vlanIds) {
            bits.set(new VlanId(vlanId).value());
        }
        return new VlanSet(write(bits));
    }

    public boolean contains(VlanId vlan) {
        return contains(vlan.value());
    }

    public boolean contains(int vlan) {
        int at = 0;
        if (this.equals(ALL)) {
            return vlan >= 1 && vlan <= LAST;
        }
        // Walks the canonical text instead of building a set: rules ask this often, for short lists.
        while (at < text.length()) {
            int end = text.indexOf(',', at);
            end = end < 0 ? text.length() : end;
            int dash = text.indexOf('-', at);
            if (text.charAt(at) == 'n') {
                return false;
            }
            int first = Integer.parseInt(text, at, dash > 0 && dash < end ? dash : end, 10);
            int last = dash > 0 && dash < end ? Integer.parseInt(text, dash + 1, end, 10) : first;
            if (vlan >= first && vlan <= last) {
                return true;
            }
            at = end + 1;
        }
        return false;
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /// The one VLAN of a list of one.
    public Optional<VlanId> only() {
        return isOneId(text) ? Optional.of(new VlanId(Integer.parseInt(text))) : Optional.empty();
    }

    /// A single id as it is written.
    private static boolean isOneId(String text) {
        if (text.isEmpty() || text.length() > 4 || text.charAt(0) == '0') {
            return false;
        }
        int id = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            id = id * 10 + digit;
        }
        return id <= LAST;
    }

    public IntStream ids() {
        return read(text).stream();
    }

    public VlanSet plus(int vlan) {
        BitSet bits = read(text);
        bits.set(new VlanId(vlan).value());
        return new VlanSet(write(bits));
    }

    private static BitSet read(String text) {
        BitSet bits = new BitSet();
        String trimmed = text.strip();
        if (trimmed.equalsIgnoreCase("all")) {
            bits.set(1, LAST + 1);
            return bits;
        }
        if (trimmed.isEmpty() || trimmed.equalsIgnoreCase("none")) {
            return bits;
        }
        for (String range : trimmed.split(",", -1)) {
            String[] ends = range.strip().split("-", -1);
            if (ends.length > 2) {
                throw refusal(text);
            }
            int first = number(ends[0], text);
            int last = number(ends[ends.length - 1], text);
            if (first < 1 || last > LAST || first > last) {
                throw refusal(text);
            }
            bits.set(first, last + 1);
        }
        return bits;
    }

    private static int number(String digits, String text) {
        String stripped = digits.strip();
        if (stripped.isEmpty() || stripped.length() > 4 || !stripped.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw refusal(text);
        }
        return Integer.parseInt(stripped);
    }

    private static IllegalArgumentException refusal(String text) {
        String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        return new IllegalArgumentException("\"" + shown
                + "\" is no VLAN list; write ids from 1 to 4094 such as \"10,20,30-35\", or \"all\", or \"none\".");
    }

    private static String write(BitSet bits) {
        if (bits.isEmpty()) {
            return "none";
        }
        if (bits.cardinality() == LAST) {
            return "all";
        }
        StringBuilder out = new StringBuilder();
        for (int first = bits.nextSetBit(0); first >= 0;) {
            int last = bits.nextClearBit(first) - 1;
            out.append(out.isEmpty() ? "" : ",").append(first);
            if (last > first) {
                out.append('-').append(last);
            }
            first = bits.nextSetBit(last + 1);
        }
        return out.toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
