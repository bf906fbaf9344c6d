"""The control plane: applications as resources of Azure Resource Manager."""
