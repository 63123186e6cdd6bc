package io.plumbline.diagram;

/// What is to be said about one element: the worst sign, how many findings there are, and whether the fault lies here.
///
/// The cause wears the badge with the count; the other elements of a finding wear a small echo of it.
public record Mark(Sign sign, int count, Role role) {
    public enum Role {
        CAUSE, ECHO
    }

    public static Mark of(Sign sign, int count) {
        return new Mark(sign, count, Role.CAUSE);
    }

    public static Mark echo(Sign sign) {
        return new Mark(sign, 1, Role.ECHO);
    }

    /// Both marks on one element: a badge outranks an echo, then the worse sign counts; counts of badges add up.
    public Mark and(Mark other) {
        if (role != other.role) {
            return role == Role.CAUSE ? this : other;
        }
        Sign worse = sign.compareTo(other.sign) <= 0 ? sign : other.sign;
        return role == Role.ECHO ? echo(worse) : of(worse, count + other.count);
    }
}
