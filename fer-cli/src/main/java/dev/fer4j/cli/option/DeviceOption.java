package dev.fer4j.cli.option;

import dev.fer4j.train.device.DeviceChoice;
import picocli.CommandLine.Option;

/** The option for the device. */
public final class DeviceOption {

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            description = "cpu, gpu or gpu:N. Default: ${DEFAULT-VALUE}.",
            defaultValue = "cpu")
    private String device;

    /** The device, after checking that it is available. */
    public DeviceChoice choice() {
        DeviceChoice choice = DeviceChoice.parse(device);
        choice.requirePresent();
        return choice;
    }
}
