import { configFile } from './templates.ts'

/** The text of a test for pytest, which runs beside a server. */
export const pytestText = `"""Run by: npx pinterest-ads-mock exec --config ${configFile} -- pytest"""

import json
import os
import urllib.request
import uuid

import pytest


class World:
    """A world of the server that \`pinterest-ads-mock exec\` runs around pytest."""

    def __init__(self, name):
        self.url = f"{os.environ['PINTEREST_MOCK_URL']}/w/{name}"

    def call(self, method, path, body=None):
        """Calls the API at /v5, or test control at /__mock."""
        headers = {"Authorization": "Bearer any-text", "Content-Type": "application/json"}
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, headers, method=method)
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)


@pytest.fixture
def world():
    """A world for each test. The client under test takes its URL, with /v5."""
    return World(uuid.uuid4().hex)


@pytest.fixture
def campaigns(world):
    shop = world.call("GET", "/__mock/seed")["ad_accounts"]["shop"]
    return f"/v5/ad_accounts/{shop}/campaigns"


def test_a_campaign_that_is_created_is_in_the_list(world, campaigns):
    campaign = {"name": "Harvest sale", "objective_type": "AWARENESS", "daily_spend_cap": 5_000_000}
    world.call("POST", campaigns, [campaign])
    names = [item["name"] for item in world.call("GET", campaigns)["items"]]
    assert "Spring sale" in names
    assert "Harvest sale" in names
    world.call("POST", "/__mock/requests/verify", {"match": {"operation": "campaigns/create"}, "times": 1})


def test_a_campaign_without_a_budget_is_refused_with_the_reason(world, campaigns):
    answer = world.call("POST", campaigns, [{"name": "Harvest sale", "objective_type": "AWARENESS"}])
    assert "budget" in answer["items"][0]["exceptions"][0]["message"]
`
