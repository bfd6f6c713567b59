package org.wirt.engine;

import org.wirt.database.TestDatabase;

/// What the panel's agent does by itself, step by step.
public final class PanelWork {

    private static final Relocations RELOCATIONS = new Relocations(new SystemRole(TestDatabase.app()));

    private PanelWork() {}

    /// Takes moving subscriptions one step on, where their nodes are ready for it.
    public static void advanceMoves() {
        RELOCATIONS.advance();
    }
}
