"""The configuration of file uploads and the states it passes through."""

from __future__ import annotations

from contract_tests.recordings.secrets import PLACEHOLDERS
from contract_tests.scenarios.stage import Scenarios, Stage, refused
from iotcentral import NotFound, models

__all__ = ["SCENARIOS"]


def file_uploads(stage: Stage) -> None:
    uploads = stage.app.file_uploads
    with refused(NotFound):
        uploads.get()
    with refused(NotFound):
        uploads.update(models.FileUploadPatch(container="elsewhere"))
    with refused(NotFound):
        uploads.delete()
    uploads.create(models.FileUpload(connection_string=PLACEHOLDERS["connectionString"], container="uploads"))
    uploads.get()
    uploads.get()
    uploads.update(models.FileUploadPatch(container="elsewhere", sas_ttl="PT2H"))
    uploads.get()
    uploads.get()
    uploads.delete()
    uploads.get()
    with refused(NotFound):
        uploads.get()


SCENARIOS: Scenarios = {"file-uploads": file_uploads}
