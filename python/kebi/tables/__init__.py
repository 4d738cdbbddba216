"""Tables of any kind as inputs of an operation: arrays, series, panels, long and wide frames."""
