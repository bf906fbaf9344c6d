"""DTDL v2 with the additions of IoT Central: what a model may say, which values fit, made-up values."""
