package org.wirt.bench;

/// Says how to measure; the measurements themselves are added beside this class.
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.out.println("""
                usage: ./wirt bench
                Measures a panel started with ./wirt run; results are kept in bench/results with date and machine.""");
    }
}
