"""The models of the default data-plane version."""

from iotcentral_rest.data_plane import default_models as _default_models
from iotcentral_rest.data_plane.default_models import *  # noqa: F403 - the list of names is generated

__all__: list[str] = []
__all__ += _default_models.__all__
