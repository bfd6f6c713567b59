package org.wirt.hosting;

/// Where customers reach the servers at this moment.
public interface ServiceDoors {

    /// @param address of the machine; empty: the one the panel is reached at
    /// @param ofNode  whether a node's own servers listen there, and not the panel's process
    record Door(String address, ServicePorts ports, boolean ofNode) {

        static Door of(ServingNode node) {
            return new Door(node.id() == ServingNode.LOCAL ? "" : node.address(), node.ports(), true);
        }
    }

    /// @param node on which a subscription is placed
    Door of(long node);
}
