"""What makes generated writes meaningful: a key of its own for each, a driver that does not lock itself out, and no
complaint of a wrong body where none can be wrong."""

import io
import itertools
import os
import tarfile

import schemathesis
from schemathesis.core import NotSet
from schemathesis.core.failures import AcceptedNegativeData

keys = itertools.count(1)
own_token = int(os.environ["PISHKHAN_TOKEN"].split("_")[1])


@schemathesis.hook
def before_call(context, case, kwargs):
    headers = case.headers or {}
    # Keys that are generated come again and again; a repeated one names another request and is refused.
    if not case.meta or case.meta.generation.mode.is_positive:
        if "Idempotency-Key" in headers:
            headers["Idempotency-Key"] = f"drive-{next(keys)}"
    token = (case.path_parameters or {}).get("token")
    if token is not None and str(token).strip("+").isdecimal() and int(token) == own_token:
        case.path_parameters["token"] = 1
    account = (case.path_parameters or {}).get("account")
    if str(account).strip().lower() == "operator" and case.operation.path.endswith(("/disable", "/role")):
        case.path_parameters["account"] = "driven.province"


@schemathesis.hook
def filter_failure(context, failure, case, response):
    # Every sequence of bytes is a text: a number or an object in place of a CSV file arrives as its letters.
    is_text = case.media_type is not None and not case.media_type.endswith("json")
    is_body = not isinstance(case.body, (str, bytes, NotSet)) and not hasattr(case.body, "data")
    return not (isinstance(failure, AcceptedNegativeData) and is_text and is_body)


@schemathesis.serializer("application/x-tar")
def folder(context, value):
    """What is generated, as one file of a folder."""
    content = value.data if hasattr(value, "data") else str(value).encode()
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w") as tar:
        member = tarfile.TarInfo("agencies.csv")
        member.size = len(content)
        tar.addfile(member, io.BytesIO(content))
    return archive.getvalue()
