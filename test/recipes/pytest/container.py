import os

import pytest
from testcontainers.core.container import DockerContainer
from testcontainers.core.wait_strategies import LogMessageWaitStrategy


@pytest.fixture(scope="session", autouse=True)
def mock():
    """One container for all tests; each test has a world of its own."""
    ready = LogMessageWaitStrategy('"event":"listening"')
    with DockerContainer("pinterest-ads-mock").with_exposed_ports(7468).waiting_for(ready) as container:
        url = f"http://{container.get_container_host_ip()}:{container.get_exposed_port(7468)}"
        os.environ["PINTEREST_MOCK_URL"] = url
        yield url
