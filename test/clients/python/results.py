"""Checks of a client, printed as `npm run clients` counts them: a line of `ok` or `not ok` for each."""

import traceback


def check(title, call):
    """Runs one check; a failure is printed with its reason and does not end the others."""
    try:
        call()
        print(f"ok: {title}")
    except Exception as error:  # whatever a client raises is a failure of this check alone
        reason = "".join(traceback.format_exception_only(type(error), error)).strip()
        print(f"not ok: {title}: {' '.join(reason.split())[:600]}")


def expect(condition, message="not as expected"):
    if not condition:
        raise AssertionError(message)
