"""Every list of `airbyte-agent-pinterest`, page by page, whose host is hard-coded, compared with what the API has."""

import asyncio
import json
import os
import urllib.request

from airbyte_agent_pinterest import PinterestConnector
from airbyte_agent_pinterest.models import PinterestAuthConfig
from results import check, expect

API, ACCOUNT, BOARD = os.environ["API_BASE"], os.environ["AD_ACCOUNT_ID"], os.environ["BOARD_ID"]


def ids(path):
    request = urllib.request.Request(API + path, headers={"Authorization": "Bearer any-text"})
    with urllib.request.urlopen(request) as response:
        return [item["id"] for item in json.load(response)["items"]]


AD_GROUP = ids(f"/ad_accounts/{ACCOUNT}/ad_groups?page_size=100")[0]
of_account = {"ad_account_id": ACCOUNT}
# By the name of the entity: what its list takes, and where the API has it.
lists = {
    "ad_accounts": ({}, "/ad_accounts"),
    "boards": ({}, "/boards"),
    "campaigns": (of_account, f"/ad_accounts/{ACCOUNT}/campaigns"),
    "ad_groups": (of_account, f"/ad_accounts/{ACCOUNT}/ad_groups"),
    "ads": (of_account, f"/ad_accounts/{ACCOUNT}/ads"),
    "board_sections": ({"board_id": BOARD}, f"/boards/{BOARD}/sections"),
    "board_pins": ({"board_id": BOARD}, f"/boards/{BOARD}/pins"),
    "catalogs": ({}, "/catalogs"),
    "catalogs_feeds": ({}, "/catalogs/feeds"),
    "catalogs_product_groups": ({}, "/catalogs/product_groups"),
    "audiences": (of_account, f"/ad_accounts/{ACCOUNT}/audiences"),
    "conversion_tags": (of_account, f"/ad_accounts/{ACCOUNT}/conversion_tags"),
    "customer_lists": (of_account, f"/ad_accounts/{ACCOUNT}/customer_lists"),
    "keywords": ({**of_account, "ad_group_id": AD_GROUP}, f"/ad_accounts/{ACCOUNT}/keywords?ad_group_id={AD_GROUP}"),
}


def connector():
    credentials = {"client_id": "1512345", "client_secret": "secret", "refresh_token": os.environ["REFRESH_TOKEN"]}
    return PinterestConnector(auth_config=PinterestAuthConfig(**credentials))


def list_all(name):
    arguments, path = lists[name]

    async def read():
        found, more, entities = [], {"page_size": 1}, getattr(connector(), name)
        while True:
            page = await entities.list(**arguments, **more)
            found += [item.id for item in page.data]
            bookmark = page.meta.bookmark if page.meta else None
            if not bookmark:
                return found
            more["bookmark"] = bookmark

    found = asyncio.run(read())
    expect(found and found == ids(path), found)


def read_one():
    account = asyncio.run(connector().ad_accounts.get(ad_account_id=ACCOUNT))
    expect(account["id"] == ACCOUNT, account)


def healthy():
    result = asyncio.run(connector().check())
    expect(result.status == "healthy", result)


check("its check succeeds", healthy)
check("an ad account is read", read_one)
for name in lists:
    check(f"{name} are listed, page after page", lambda: list_all(name))
