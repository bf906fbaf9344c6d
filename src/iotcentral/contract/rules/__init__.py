"""The rules, one module a family; their ids, texts and verdicts stand in `policy.yaml`."""
