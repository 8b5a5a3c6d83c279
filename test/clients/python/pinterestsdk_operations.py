"""Calls every operation of our OpenAPI document once through the types of `pinterestsdk`, which is generated from the
description of 5.28: arguments are the examples of the document, read into the client's models, and answers are read
into its models as well. Each operation has a world of its own.

ORIGIN is where the server is, OPENAPI the path of openapi.json.
"""

import importlib
import inspect
import json
import os
import pkgutil
import re
import typing
import urllib.request

import pinterestsdk
import pinterestsdk.api
import pydantic
from results import check

ORIGIN = os.environ["ORIGIN"]
with open(os.environ["OPENAPI"]) as file:
    document = json.load(file)


def methods_of_the_client():
    """By HTTP method and path, the API object's class and the name of its method."""
    found = {}
    for module in pkgutil.iter_modules(pinterestsdk.api.__path__):
        for name, api in inspect.getmembers(importlib.import_module(f"pinterestsdk.api.{module.name}"), inspect.isclass):
            if not name.endswith("Api"):
                continue
            for method, function in inspect.getmembers(api, inspect.isfunction):
                if method.startswith("_") and method.endswith("_serialize"):
                    source = inspect.getsource(function)
                    verb = re.search(r"method='(\w+)'", source)[1]
                    path = re.search(r"resource_path='([^']+)'", source)[1]
                    found[f"{verb} {path}"] = (api, method[1 : -len("_serialize")])
    return found


# Operations that need one of several parameters: the parameter, and the list of the ad account that has its value.
one_of_several = {"ads/analytics": ("ad_ids", "ads"), "product_group_promotions/list": ("ad_group_id", "ad_groups")}


def new_world(name, at):
    """A world in which every restricted feature may be used, at a time or now."""
    world = {"name": name, "settings": {"features": {"*": {"multi_pin_analytics": True}}}, **at}
    body = json.dumps(world).encode()
    headers = {"Content-Type": "application/json"}
    urllib.request.urlopen(urllib.request.Request(f"{ORIGIN}/__mock/worlds", body, headers)).close()
    return f"{ORIGIN}/w/{name}/v5"


def first_of(host, kind):
    headers = {"Authorization": "Bearer any-text"}
    url = f"{host}/ad_accounts/{os.environ['AD_ACCOUNT_ID']}/{kind}"
    with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as response:
        return json.load(response)["items"][0]["id"]


def resolved(value):
    while "$ref" in value:
        node = document
        for key in value["$ref"][2:].split("/"):
            node = node[key]
        value = node
    return value


def example_of(parameter):
    if "example" in parameter:
        return parameter["example"]
    if "examples" in parameter:
        return resolved(next(iter(parameter["examples"].values())))["value"]
    schema = resolved(parameter.get("schema", {}))
    for key in ("example", "default"):
        if key in schema:
            return schema[key]
    if schema.get("type") == "array":
        return [example_of({"schema": schema["items"]})]
    return schema["enum"][0] if "enum" in schema else None


def snake(name):
    """A name as the client writes it, which avoids the names of types."""
    written = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
    return f"var_{written}" if written in ("date", "field") else written


def typed(annotation, value):
    """A value of JSON as the type that the client's method asks for."""
    while typing.get_origin(annotation) in (typing.Annotated, typing.Union):
        annotation = typing.get_args(annotation)[0]
    if typing.get_origin(annotation) is list:
        return [typed(typing.get_args(annotation)[0], item) for item in value]
    if annotation in (pydantic.StrictInt, int) and isinstance(value, str):
        return int(value)
    if typing.get_origin(annotation) is dict and isinstance(value, str):
        return json.loads(value)
    return annotation.from_dict(value) if hasattr(annotation, "from_dict") and isinstance(value, dict) else value


def arguments_of(operation, item, function):
    hints = typing.get_type_hints(inspect.unwrap(function), include_extras=True)
    values = {}
    for parameter in map(resolved, [*item.get("parameters", []), *operation.get("parameters", [])]):
        value = example_of(parameter)
        wanted = parameter["required"] if "required" in parameter else False
        if value is not None and (wanted or "example" in parameter):
            values[snake(parameter["name"])] = value
    content = resolved(operation.get("requestBody", {})).get("content", {})
    for media, described in content.items():
        body = example_of(described)
        if media == "application/json":
            [name] = [name for name in hints if name not in values and not name.startswith("_") and name != "return"
                      and hasattr_from_dict(hints[name])][:1] or [None]
            if name is not None:
                values[name] = body
        elif isinstance(body, dict):
            values.update({snake(key): value for key, value in body.items()})
        break
    return {name: typed(hints[name], value) for name, value in values.items() if name in hints}


def hasattr_from_dict(annotation):
    while typing.get_origin(annotation) in (typing.Annotated, typing.Union, list):
        annotation = typing.get_args(annotation)[0]
    return hasattr(annotation, "from_dict")


methods = methods_of_the_client()
number = 0
for path, item in document["paths"].items():
    for verb, operation in item.items():
        if verb not in ("get", "post", "put", "patch", "delete"):
            continue
        number += 1
        title = operation.get("x-operation-id", operation["operationId"])
        if f"{verb.upper()} {path}" not in methods:
            print(f"skipped: {title}: the client does not have it")
            continue
        api, method = methods[f"{verb.upper()} {path}"]
        of_the_past = any("date" in resolved(parameter)["name"] for parameter in operation.get("parameters", []))
        host = new_world(f"operation-{number}", {"clock": "2026-06-01T12:00:00Z"} if of_the_past else {})
        configuration = pinterestsdk.Configuration(host=host, access_token="any-text")
        configuration.username, configuration.password = "1512345", "app-secret"
        function = getattr(api(pinterestsdk.ApiClient(configuration)), method)

        def call():
            try:
                values = arguments_of(operation, item, function)
                if title in one_of_several:
                    name, kind = one_of_several[title]
                    values[name] = [first_of(host, kind)] if name.endswith("s") else first_of(host, kind)
                function(**values)
            except pinterestsdk.ApiException as error:
                raise AssertionError(f"{error.status} {error.body}") from None

        check(title, call)
