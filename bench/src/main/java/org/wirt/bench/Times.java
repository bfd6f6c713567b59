package org.wirt.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;

/// Milliseconds of repeated runs of one thing.
final class Times {

    private final double[] millis;

    private Times(double[] millis) {
        this.millis = millis;
    }

    /// Runs it some times unmeasured, then measured.
    static Times of(int warm, int runs, Callable<?> work) throws Exception {
        for (int i = 0; i < warm; i++) work.call();
        var millis = new double[runs];
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            work.call();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return new Times(millis);
    }

    /// The same of works that measure themselves, in milliseconds.
    static Times measured(int runs, Callable<Double> work) throws Exception {
        var millis = new double[runs];
        for (int i = 0; i < runs; i++) millis[i] = work.call();
        Arrays.sort(millis);
        return new Times(millis);
    }

    double longest() {
        return millis[millis.length - 1];
    }

    double median() {
        return millis[millis.length / 2];
    }

    double high() {
        return millis[(int) Math.min(millis.length - 1, Math.ceil(millis.length * 0.95) - 1)];
    }

    static String text(double millis) {
        return String.format(Locale.ROOT, millis < 10 ? "%.2f" : millis < 100 ? "%.1f" : "%.0f", millis);
    }
}
