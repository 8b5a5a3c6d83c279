import json
import os
import urllib.request
import uuid

import pytest


class World:
    """A world of the server that `pinterest-ads-mock exec` runs around pytest."""

    def __init__(self, name):
        self.url = f"{os.environ['PINTEREST_MOCK_URL']}/w/{name}"
        self.base_url = f"{self.url}/v5"

    def call(self, method, path, body=None):
        """Calls the API, or test control when the path begins with /__mock."""
        url = (self.url if path.startswith("/__mock") else self.base_url) + path
        headers = {"Authorization": "Bearer any-text", "Content-Type": "application/json"}
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(url, data, headers, method=method)
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)


@pytest.fixture
def world():
    """A world for each test."""
    return World(uuid.uuid4().hex)
