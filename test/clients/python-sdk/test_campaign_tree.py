"""Campaign, ad group, ad and keyword work with Pinterest's own Python SDK, against a server with the seed `small`.

The environment names the server (PINTEREST_API_URI) and any token (PINTEREST_ACCESS_TOKEN), and the ad account and the
Pin to work with (AD_ACCOUNT_ID, PIN_ID).
"""

import os
import unittest

from openapi_generated.pinterest_client.exceptions import ApiException, NotFoundException
from openapi_generated.pinterest_client.model.entity_status import EntityStatus
from openapi_generated.pinterest_client.model.match_type_response import MatchTypeResponse
from openapi_generated.pinterest_client.model.objective_type import ObjectiveType
from pinterest.ads.ad_accounts import AdAccount
from pinterest.ads.ad_groups import AdGroup
from pinterest.ads.ads import Ad
from pinterest.ads.campaigns import Campaign
from pinterest.ads.keywords import Keyword
from pinterest.utils.sdk_exceptions import SdkException

ACCOUNT = os.environ["AD_ACCOUNT_ID"]
PIN = os.environ["PIN_ID"]
UNKNOWN = "123123123123"


def new_campaign(**changes):
    fields = {
        "ad_account_id": ACCOUNT,
        "name": "SDK campaign",
        "objective_type": "AWARENESS",
        "daily_spend_cap": 10000000,
        "is_campaign_budget_optimization": True,
    }
    return Campaign.create(**{**fields, **changes})


def new_ad_group(campaign, **changes):
    fields = {
        "ad_account_id": ACCOUNT,
        "campaign_id": campaign.id,
        "billable_event": "IMPRESSION",
        "name": "SDK ad group",
        "auto_targeting_enabled": False,
        "bid_in_micro_currency": 10000000,
        "targeting_spec": {"age_bucket": ["35-44"], "location": ["US"]},
    }
    return AdGroup.create(**{**fields, **changes})


def new_ad(ad_group, **changes):
    fields = {
        "ad_account_id": ACCOUNT,
        "ad_group_id": ad_group.id,
        "creative_type": "REGULAR",
        "pin_id": PIN,
        "name": "SDK ad",
        "status": "ACTIVE",
        "is_pin_deleted": False,
        "is_removable": False,
    }
    return Ad.create(**{**fields, **changes})


def pages(first):
    """The ids of every page, from what a `get_all` gave."""
    items, bookmark = first
    found = [[item.id for item in items]]
    while bookmark is not None:
        items, bookmark = bookmark.get_next()
        found.append([item.id for item in items])
    return found


class Accounts(unittest.TestCase):
    def test_an_ad_account_is_read(self):
        account = AdAccount(ad_account_id=ACCOUNT)
        self.assertEqual(account.id, ACCOUNT)
        self.assertTrue(account.owner.username)


class Campaigns(unittest.TestCase):
    def test_a_campaign_is_created_and_read_back(self):
        campaign = new_campaign()
        self.assertTrue(campaign.id)
        self.assertEqual(campaign.name, "SDK campaign")
        self.assertEqual(campaign.objective_type, ObjectiveType("AWARENESS"))
        self.assertIsNone(campaign.tracking_urls)
        self.assertEqual(Campaign(ad_account_id=ACCOUNT, campaign_id=campaign.id).name, "SDK campaign")

    def test_a_campaign_is_changed_paused_and_archived(self):
        campaign = new_campaign()
        self.assertTrue(campaign.update_fields(name="Renamed"))
        self.assertEqual(campaign.name, "Renamed")
        self.assertTrue(campaign.set_daily_budget(20000000))
        self.assertTrue(campaign.pause())
        self.assertTrue(campaign.activate())
        self.assertTrue(campaign.archive())
        self.assertEqual(campaign.status, "ARCHIVED")

    def test_campaigns_are_listed_page_by_page(self):
        made = [new_campaign().id for _ in range(5)]
        found = pages(Campaign.get_all(ad_account_id=ACCOUNT, campaign_ids=made, page_size=2))
        self.assertEqual(found, [made[0:2], made[2:4], made[4:5]])

    def test_a_campaign_without_a_budget_is_refused(self):
        with self.assertRaisesRegex(SdkException, "code 2384"):
            new_campaign(daily_spend_cap=None)

    def test_an_unknown_campaign_is_not_found(self):
        with self.assertRaises(NotFoundException) as caught:
            Campaign(ad_account_id=ACCOUNT, campaign_id=UNKNOWN)
        self.assertEqual(caught.exception.status, 404)
        self.assertIn("method GetCampaignsByIds", caught.exception.body)


class AdGroups(unittest.TestCase):
    def test_an_ad_group_is_created_and_read_back(self):
        campaign = new_campaign()
        ad_group = new_ad_group(campaign)
        self.assertEqual(ad_group.name, "SDK ad group")
        self.assertEqual(ad_group.campaign_id, campaign.id)
        self.assertEqual(ad_group.ad_account_id, ACCOUNT)

    def test_an_ad_group_is_changed(self):
        ad_group = new_ad_group(new_campaign())
        ad_group.update_fields(name="Renamed")
        self.assertEqual(ad_group.name, "Renamed")
        ad_group.enable_auto_targeting()
        self.assertTrue(AdGroup(ad_account_id=ACCOUNT, ad_group_id=ad_group.id).auto_targeting_enabled)

    def test_the_ad_groups_of_a_campaign_are_listed_page_by_page(self):
        campaign = new_campaign()
        made = [new_ad_group(campaign).id for _ in range(3)]
        self.assertEqual(pages(campaign.list_ad_groups(page_size=2)), [made[0:2], made[2:3]])

    def test_an_ad_group_of_an_unknown_campaign_is_refused(self):
        campaign = new_campaign()
        with self.assertRaisesRegex(SdkException, "Campaign not found"):
            new_ad_group(campaign, campaign_id=UNKNOWN)


class Ads(unittest.TestCase):
    def test_an_ad_is_created_and_read_back(self):
        ad_group = new_ad_group(new_campaign())
        ad = new_ad(ad_group)
        self.assertEqual(ad.name, "SDK ad")
        self.assertEqual(ad.ad_group_id, ad_group.id)
        self.assertEqual(ad.review_status, "PENDING")

    def test_an_ad_is_changed(self):
        ad = new_ad(new_ad_group(new_campaign()))
        ad.update_fields(name="Renamed", status="PAUSED")
        self.assertEqual(ad.name, "Renamed")
        self.assertEqual(ad.status, EntityStatus("PAUSED"))

    def test_ads_are_listed_page_by_page(self):
        ad_group = new_ad_group(new_campaign())
        made = [new_ad(ad_group).id for _ in range(3)]
        self.assertEqual(pages(Ad.get_all(ad_account_id=ACCOUNT, ad_ids=made, page_size=2)), [made[0:2], made[2:3]])

    def test_an_unknown_ad_is_not_found(self):
        with self.assertRaises(NotFoundException):
            Ad(ad_account_id=ACCOUNT, ad_id=UNKNOWN)


class Keywords(unittest.TestCase):
    def test_keywords_are_created_listed_and_archived(self):
        ad_group = new_ad_group(new_campaign())
        create = {"ad_account_id": ACCOUNT, "parent_id": ad_group.id, "match_type": "BROAD", "bid": 1000}
        made = [Keyword.create(value=value, **create) for value in ("boots", "tents")]
        self.assertEqual(made[0].parent_id, ad_group.id)
        self.assertEqual(made[0].match_type, MatchTypeResponse("BROAD"))
        listed, _ = Keyword.get_all(ad_account_id=ACCOUNT, ad_group_id=ad_group.id, page_size=25)
        self.assertEqual([keyword.id for keyword in listed], [keyword.id for keyword in made])
        self.assertTrue(listed[0].update_fields(archived=True))
        self.assertTrue(listed[0].archived)

    def test_a_keyword_without_a_match_type_is_refused(self):
        ad_group = new_ad_group(new_campaign())
        with self.assertRaises((SdkException, ApiException)):
            Keyword.create(ad_account_id=ACCOUNT, parent_id=ad_group.id, value="boots")


if __name__ == "__main__":
    unittest.main()
