package io.plumbline.planted.check.mtu;

/// Is known by another theme, which is not its fault.
public record Gossiped() {}
