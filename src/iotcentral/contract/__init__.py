"""The contract, for machines: verify anything that speaks it against the specs this package was built from.

Nothing is imported here: the operation table and routing need no extra, validators need jsonschema-rs (extras
`contract` and `emulator`), recordings and the policy need PyYAML, the terminal's report needs rich (extra
`contract`).
"""
