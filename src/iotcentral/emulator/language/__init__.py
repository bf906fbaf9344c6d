"""The service's little languages: a lexer, the filter of device groups, what a filter says of a device."""
