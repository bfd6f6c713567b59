package org.wirt.cli;

/// Takes over what another panel has, object by object, by the dialect that both speak: read there, made here. The same
/// again goes on where it ended, and takes what has come since.
record Importing(Crossing crossing) {

    void run() {
        crossing.there.greet();
        crossing.here.greet();
        var plans = new ImportedPlans(crossing);
        var accounts = new ImportedAccounts(crossing);
        plans.ofResellers();
        accounts.resellers();
        plans.hosting();
        accounts.customers();
        new ImportedSubscriptions(crossing).take();
        accounts.bindResellers();
        new LeftThere(crossing).tell();
    }
}
