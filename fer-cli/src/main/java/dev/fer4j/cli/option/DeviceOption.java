package dev.fer4j.cli.option;

import dev.fer4j.train.device.DeviceChoice;
import picocli.CommandLine.Option;

/** The option that says where to compute. */
public final class DeviceOption {

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            description = "cpu, gpu or gpu:N. Default: ${DEFAULT-VALUE}.",
            defaultValue = "cpu")
    private String device;

    /** The device, which is there. */
    public DeviceChoice choice() {
        DeviceChoice choice = DeviceChoice.parse(device);
        choice.requirePresent();
        return choice;
    }
}
