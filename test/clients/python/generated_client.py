"""Campaign work with `pinterest-generated-client` alone, without the SDK above it. API_BASE is where the API is."""

import os

from openapi_generated.pinterest_client import ApiClient, Configuration
from openapi_generated.pinterest_client.api.ad_accounts_api import AdAccountsApi
from openapi_generated.pinterest_client.api.boards_api import BoardsApi
from openapi_generated.pinterest_client.api.campaigns_api import CampaignsApi
from openapi_generated.pinterest_client.api.pins_api import PinsApi
from openapi_generated.pinterest_client.exceptions import NotFoundException
from openapi_generated.pinterest_client.model.campaign_create_request import CampaignCreateRequest
from openapi_generated.pinterest_client.model.campaign_update_request import CampaignUpdateRequest
from openapi_generated.pinterest_client.model.objective_type import ObjectiveType
from results import check, expect

client = ApiClient(Configuration(host=os.environ["API_BASE"], access_token="any-text"))
account = os.environ["AD_ACCOUNT_ID"]
campaigns = CampaignsApi(client)


def create_and_change():
    request = CampaignCreateRequest(
        ad_account_id=account,
        name="From the generated client",
        objective_type=ObjectiveType("AWARENESS"),
        daily_spend_cap=10_000_000,
        is_campaign_budget_optimization=True,
    )
    [created] = campaigns.campaigns_create(account, [request]).items
    change = CampaignUpdateRequest(id=created.data.id, ad_account_id=account, status="PAUSED")
    [changed] = campaigns.campaigns_update(account, [change]).items
    expect(changed.data.status == "PAUSED", changed)
    expect(campaigns.campaigns_get(account, created.data.id).name == "From the generated client")


def not_found():
    try:
        campaigns.campaigns_get(account, "123123123123")
    except NotFoundException:
        return
    raise AssertionError("nothing was raised")


def pages():
    page = campaigns.campaigns_list(account, page_size=1)
    other = campaigns.campaigns_list(account, page_size=1, bookmark=page["bookmark"])
    expect(page["items"][0]["id"] != other["items"][0]["id"])


check("ad accounts are listed", lambda: expect(AdAccountsApi(client).ad_accounts_list()["items"][0]["id"] == account))
check("a campaign is created, paused and read", create_and_change)
check("campaigns are paged by bookmark", pages)
check("a campaign that is not there raises NotFoundException", not_found)
check("boards are listed", lambda: expect(len(BoardsApi(client).boards_list()["items"]) > 0))
check("Pins are listed", lambda: expect(len(PinsApi(client).pins_list()["items"]) > 0))
