"""Check, discovery and a read of all streams with Airbyte's source, whose host is hard-coded. What a stream has is
compared with what the API answers to calls of its own.

The source runs one report at a time and waits 5 seconds between looks, hence reports that are ready at once, of one ad
account and one week. It asks for ad columns in reports of product items, which is documented not to be allowed and is
repeated for four minutes an account: that rule is off. Time stands still, since figures of today grow.
"""

import json
import os
import subprocess
import sys
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from urllib.parse import quote

import source_pinterest
import yaml
from results import check, expect

API, ACCOUNT = os.environ["API_BASE"], os.environ["AD_ACCOUNT_ID"]
START, END = os.environ["START"], date.today().isoformat()
SOURCE = os.path.join(os.path.dirname(sys.executable), "source-pinterest")
STATUSES = ["ACTIVE", "PAUSED", "ARCHIVED"]
with open(os.path.join(os.path.dirname(source_pinterest.__file__), "manifest.yaml")) as file:
    manifest = yaml.safe_load(file)["definitions"]


def call(path, body=None, method=None, base=API):
    headers = {"Authorization": "Bearer any-text", "Content-Type": "application/json"}
    data = None if body is None else json.dumps(body).encode()
    with urllib.request.urlopen(urllib.request.Request(base + path, data, headers, method=method)) as response:
        return json.load(response)


def items(path):
    """The items of all pages of a list."""
    found, bookmark = [], ""
    while bookmark is not None:
        mark = f"{'&' if '?' in path else '?'}bookmark={bookmark}" if bookmark else ""
        page = call(path + mark)
        found += page["items"]
        bookmark = page.get("bookmark")
    return found


def source(command, **files):
    """The messages of a run of the source, whose arguments are files of JSON."""
    args = []
    for name, value in files.items():
        path = os.path.abspath(f"{name}-{id(value)}.json")
        with open(path, "w") as file:
            json.dump(value, file)
        args += [f"--{name}", path]
    done = subprocess.run([SOURCE, command, *args], capture_output=True, text=True)
    messages = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    errors = [one["trace"]["error"]["message"] for one in messages if "error" in one.get("trace", {})]
    expect(done.returncode == 0 and not errors, f"{errors} {done.stderr[-300:]}")
    return messages


def config(**more):
    credentials = {"auth_method": "oauth2.0", "client_id": "1512345", "client_secret": "secret"}
    return {"credentials": {**credentials, "refresh_token": os.environ["REFRESH_TOKEN"]}, **more}


def connect():
    [status] = [one["connectionStatus"] for one in source("check", config=config()) if "connectionStatus" in one]
    expect(status["status"] == "SUCCEEDED", status)


def discover():
    for message in source("discover", config=config()):
        streams.update({one["name"]: one for one in message.get("catalog", {}).get("streams", [])})
    expect(len(streams) == 32, streams.keys())


def read(names, **more):
    modes = {"sync_mode": "full_refresh", "destination_sync_mode": "overwrite"}
    catalog = {"streams": [{"stream": streams[name], **modes} for name in names]}
    for message in source("read", config=config(**more), catalog=catalog):
        if "record" in message:
            records.setdefault(message["record"]["stream"], []).append(message["record"]["data"])


def read_all():
    reports = [name for name in streams if name.endswith("_report")]
    others = [name for name in streams if name not in reports]
    of_reports = {"account_id": ACCOUNT, "start_date": START}
    with ThreadPoolExecutor() as pool:
        runs = [pool.submit(read, reports[at::3], **of_reports) for at in range(3)]
        runs.append(pool.submit(read, others, status=STATUSES))
        for run in runs:
            run.result()


def analytics(path):
    """Rows of the 90 days that analytics have, asked for as the source asks, 30 days at a time."""
    columns = manifest["analytics_retriever"]["requester"]["request_parameters"]["columns"]
    found = []
    for past in (89, 59, 29):
        first = date.today() - timedelta(past)
        last = min(first + timedelta(29), date.today())
        query = f"{'&' if '?' in path else '?'}granularity=DAY&columns={columns}&start_date={first}&end_date={last}"
        rows = call(path + query)
        found += rows["all"]["daily_metrics"] if "all" in rows else rows
    return found


def report(stream):
    definition = manifest[f"{stream}_stream"]
    body = manifest[definition["$ref"].split("/")[-1]]["retriever"]
    if isinstance(body, str):
        body = manifest["basic_async_retriever"]
    columns = body["creation_requester"]["request_body"]["value"]["columns"]
    asked = {"start_date": START, "end_date": END, "granularity": "DAY", "columns": columns}
    path = f"/ad_accounts/{ACCOUNT}/reports"
    token = call(path, {**asked, "level": definition["$parameters"]["level"]})["token"]
    rows = call(call(f"{path}?token={quote(token)}")["url"], base="")
    return [row for group in rows.values() for row in group]


def of_each(parents, path, rows=items):
    return [row for parent in parents for row in rows(path(parent))]


def expected(stream):
    """What the API has for a stream."""
    accounts, boards = items("/ad_accounts"), items("/boards")
    statuses = "&".join(f"entity_statuses={status}" for status in STATUSES)

    def of_accounts(kind):
        query = f"?{statuses}" if kind in ("campaigns", "ad_groups", "ads") else ""
        return of_each(accounts, lambda one: f"/ad_accounts/{one['id']}/{kind}{query}")

    def figures(kind, parameter):
        path = lambda one: f"/ad_accounts/{one['ad_account_id']}/{kind}/analytics?{parameter}={one['id']}"
        return of_each(of_accounts(kind), path, analytics)

    if stream.endswith("_report"):
        return report(stream)
    sections = [(board["id"], one["id"]) for board in boards for one in items(f"/boards/{board['id']}/sections")]
    find = {
        "boards": lambda: boards,
        "ad_accounts": lambda: accounts,
        "catalogs": lambda: items("/catalogs"),
        "catalogs_feeds": lambda: [{**feed, "credentials": None} for feed in items("/catalogs/feeds")],
        "catalogs_product_groups": lambda: items("/catalogs/product_groups"),
        "board_sections": lambda: of_each(boards, lambda one: f"/boards/{one['id']}/sections"),
        "board_pins": lambda: of_each(boards, lambda one: f"/boards/{one['id']}/pins"),
        "board_section_pins": lambda: of_each(sections, lambda one: f"/boards/{one[0]}/sections/{one[1]}/pins"),
        "keywords": lambda: of_each(
            of_accounts("ad_groups"), lambda one: f"/ad_accounts/{one['ad_account_id']}/keywords?ad_group_id={one['id']}"
        ),
        "user_account_analytics": lambda: analytics("/user_account/analytics"),
        "ad_account_analytics": lambda: of_each(accounts, lambda one: f"/ad_accounts/{one['id']}/analytics", analytics),
        "campaign_analytics": lambda: figures("campaigns", "campaign_ids"),
        "ad_group_analytics": lambda: figures("ad_groups", "ad_group_ids"),
        "ad_analytics": lambda: figures("ads", "ad_ids"),
    }
    return find[stream]() if stream in find else of_accounts(stream)


def comparable(value):
    """A value without nulls, and numbers alike: the source makes ids of reports into floating-point numbers."""
    if isinstance(value, dict):
        return {key: comparable(one) for key, one in value.items() if one is not None}
    if isinstance(value, list):
        return [comparable(one) for one in value]
    if isinstance(value, bool):
        return value
    try:
        return float(value)
    except ValueError:
        return value


def compare(stream):
    have, want = (
        sorted(json.dumps(comparable(row), sort_keys=True) for row in rows)
        for rows in (records.get(stream, []), expected(stream))
    )
    expect(want, "the API has nothing")
    if have != want:
        missing, added = sorted(set(want) - set(have))[:1], sorted(set(have) - set(want))[:1]
        raise AssertionError(f"{len(have)} records for {len(want)} of the API: missing {missing}, added {added}")


settings = {"rules": {"report.items.no-ad-columns": {"off": True}}, "transitions": {"reports": "immediate"}}
call("/__mock/settings", settings, "PUT", os.environ["MOCK"])
call("/__mock/time/freeze", {}, base=os.environ["MOCK"])
campaign = {"objective_type": "AWARENESS", "daily_spend_cap": 5_000_000}
call(f"/ad_accounts/{ACCOUNT}/campaigns", [{**campaign, "name": f"Page {at}"} for at in range(28)])
streams, records = {}, {}
check("check succeeds", connect)
check("32 streams are discovered", discover)
check("all streams are read", read_all)
for name in streams:
    check(f"{name} has what the API has", lambda: compare(name))
