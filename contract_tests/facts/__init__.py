"""The facts of each api-version, as data, and the comparer that holds the specs against them.

A second source on purpose: the facts were taken from the published Swagger, the specs were written by hand.
Nothing here imports the generator, the client or the emulator.
"""
