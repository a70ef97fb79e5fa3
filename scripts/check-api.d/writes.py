"""What makes generated writes meaningful: a key of its own for each, and a driver that does not lock itself out."""

import itertools
import os

import schemathesis

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
