#!/usr/bin/env bash
# airbyte-source-pinterest 2.1.12: the streams of asynchronous reports declare PIN_ID and other ids as `number` and ask
# for `schema_normalization: Default`, so that every integer of a report becomes a Python float before a destination
# sees it. An id of a Pin has 19 digits, of which a float keeps 16: two Pins get one id, and it is neither of theirs.
# Streams of synchronous analytics have the same schema without normalization, and keep the integer.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check airbyte-source-pinterest==2.1.12
cat >read.py <<'PY'
import json
import logging

import source_pinterest
from airbyte_cdk.sources.utils.transform import TransformConfig, TypeTransformer

configuration = {"client_id": "1", "client_secret": "s", "refresh_token": "r", "access_token": "a"}
logging.disable(logging.CRITICAL)
source = source_pinterest.SourcePinterest(None, configuration, None)
streams = {stream.name: stream for stream in source.streams(configuration)}
schema = streams["pin_promotion_report"].get_json_schema()
print("PIN_ID", json.dumps(schema["properties"]["PIN_ID"]["type"]))
definitions = source.resolved_manifest["definitions"]
for name in ("basic_async_retriever", "analytics_retriever"):
    print(name, definitions[name]["record_selector"].get("schema_normalization"))

for pin in (1055601600128614527, 1055601600128614528):
    record = {"PIN_ID": pin}
    TypeTransformer(TransformConfig.DefaultSchemaNormalization).transform(record, schema)
    print(pin, json.dumps(record))
PY
seen=$(
  echo "airbyte-source-pinterest $(env/bin/pip show airbyte-source-pinterest 2>/dev/null | sed -n 's/^Version: //p')"
  env/bin/python read.py
)
echo "$seen"
diff <(echo "$seen") - <<'SEEN'
airbyte-source-pinterest 2.1.12
PIN_ID ["null", "number"]
basic_async_retriever Default
analytics_retriever None
1055601600128614527 {"PIN_ID": 1.0556016001286145e+18}
1055601600128614528 {"PIN_ID": 1.0556016001286145e+18}
SEEN
