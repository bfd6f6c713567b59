package org.wirt.hosting;

/// Where customers reach the servers at this moment.
public interface ServiceDoors {

    ServicePorts now();
}
