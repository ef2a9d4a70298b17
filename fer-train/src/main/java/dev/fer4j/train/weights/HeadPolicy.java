package dev.fer4j.train.weights;

/** What to do about the last layer, the only one that a file of weights may lack. */
public enum HeadPolicy {
    /** The file must contain a layer with one unit, which is loaded. For trained networks. */
    REQUIRED,
    /**
     * A layer with one unit is loaded; anything else, such as the 1000 classes of ImageNet, is
     * skipped, and the network's last layer keeps its values. For pretrained weights.
     */
    IF_IT_FITS,
    /** The network's last layer keeps its values, whatever the file contains. */
    KEPT
}
