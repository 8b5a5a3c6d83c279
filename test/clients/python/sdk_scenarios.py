"""The scenarios of python-sdk/test_campaign_tree.py, each printed as a check."""

import os
import sys
import unittest

from results import check

# The SDK looks for a config.json through everything below the parent of the working directory.
os.makedirs("empty/inner", exist_ok=True)
os.chdir("empty/inner")
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../python-sdk"))
suite = unittest.defaultTestLoader.loadTestsFromName("test_campaign_tree")


def tests_of(suite):
    for test in suite:
        yield from tests_of(test) if isinstance(test, unittest.TestSuite) else [test]


for test in tests_of(suite):
    check(str(test).split()[0].removeprefix("test_").replace("_", " "), test.debug)
