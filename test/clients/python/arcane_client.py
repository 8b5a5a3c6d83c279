"""Every method of `arcane-pinterest`, whose host is hard-coded: sitecustomize.py resolves it to the server."""

import json
import os
import tempfile
from datetime import datetime, timedelta

from arcane.pinterest import PinterestAccountLostAccessException, PinterestClient, get_pinterest_report
from results import check, expect

account = os.environ["AD_ACCOUNT_ID"]
credentials = {"app_id": "1512345", "app_secret": "secret", "access_token": os.environ["TOKEN"], "refresh_token": ""}


def client(**changes):
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump({**credentials, **changes}, file)
        file.flush()
        return PinterestClient(file.name, print)


def lost_access():
    try:
        client().check_access_account("123123123123")
    except PinterestAccountLostAccessException:
        return
    raise AssertionError("nothing was raised")


def report():
    end = datetime.utcnow()
    columns = ["CAMPAIGN_ID", "SPEND_IN_DOLLAR", "TOTAL_IMPRESSION"]
    rows = get_pinterest_report(account, client(), columns, end - timedelta(days=7), end)
    expect(isinstance(rows, (list, dict)), rows)


check("campaigns of an account are listed, page after page", lambda: expect(client().get_account_campaigns(account)))
check("access to an account is checked", lambda: client().check_access_account(account))
check("the currency of an account is read", lambda: expect(client().get_ad_account_currency_code(account) == "USD"))
check("the name of an account is read", lambda: expect(client().get_ad_account_name(account)))
check("an account that is not there is told from one that is", lost_access)
check("a report is requested, awaited and downloaded", report)
check(
    "a refresh token is exchanged",
    lambda: expect(client(refresh_token=os.environ["REFRESH_TOKEN"]).refresh_token()["refresh_token_expires_at"]),
)
