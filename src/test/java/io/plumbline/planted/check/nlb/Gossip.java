package io.plumbline.planted.check.nlb;

import io.plumbline.planted.check.mtu.Gossiped;

/// Knows another theme.
record Gossip(Gossiped about) {}
