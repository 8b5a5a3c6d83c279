"""Discovery and a sync of all streams with the Singer tap of MeltanoLabs, whose package is in the folder TAP_PINTEREST.
Each record is held to the schema that the tap declares for it, as a target holds it.
"""

import json
import os
import subprocess
import sys
import tempfile

import jsonschema
from results import check, expect

config = {"api_url": os.environ["API_BASE"], "access_token": "any-text", "client_id": "1", "client_secret": "s"}
config["refresh_token"] = "r"
folder = tempfile.mkdtemp()
path = os.path.join(folder, "config.json")
with open(path, "w") as file:
    json.dump(config, file)


def tap(*args):
    command = [sys.executable, "-m", "tap_pinterest", "--config", path, *args]
    done = subprocess.run(command, capture_output=True, text=True, cwd=os.environ["TAP_PINTEREST"])
    expect(done.returncode == 0, done.stderr[-600:])
    return done.stdout


def discover():
    streams[:] = [stream["tap_stream_id"] for stream in json.loads(tap("--discover"))["streams"]]


def sync():
    for line in tap().splitlines():
        message = json.loads(line)
        if message["type"] == "SCHEMA":
            schemas[message["stream"]] = message["schema"]
        if message["type"] == "RECORD":
            records.setdefault(message["stream"], []).append(message["record"])


streams, schemas, records = [], {}, {}
check("the tap discovers its streams", discover)
check("the tap syncs", sync)
for stream in streams:
    found = records.get(stream, [])
    check(f"{stream} has records", lambda: expect(found))
    check(f"records of {stream} fit their schema", lambda: [jsonschema.validate(one, schemas[stream]) for one in found])
