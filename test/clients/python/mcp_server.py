"""The MCP server `pinterest-mcp-docker` over stdio, as an agent starts it; its host is hard-coded."""

import json
import os
import subprocess
import sys

from results import check, expect

command = [os.path.join(os.path.dirname(sys.executable), "pinterest-mcp")]
server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
sent = 0


def request(method, params):
    global sent
    sent += 1
    server.stdin.write(json.dumps({"jsonrpc": "2.0", "id": sent, "method": method, "params": params}) + "\n")
    server.stdin.flush()
    while True:
        line = server.stdout.readline()
        if line == "":
            raise AssertionError("the server ended")
        message = json.loads(line)
        if message.get("id") == sent:
            expect("result" in message, message)
            return message["result"]


def call(tool, **arguments):
    result = request("tools/call", {"name": tool, "arguments": arguments})
    text = "".join(part.get("text", "") for part in result["content"])
    expect(not result.get("isError") and '"error"' not in text[:40], text)
    return text


def begin():
    info = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "tests", "version": "1"}}
    request("initialize", info)
    server.stdin.write(json.dumps({"jsonrpc": "2.0", "method": "notifications/initialized"}) + "\n")
    server.stdin.flush()
    expect(len(request("tools/list", {})["tools"]) > 5)


board = os.environ["BOARD_ID"]
check("the server begins and lists its tools", begin)
check("list_boards", lambda: expect(board in call("list_boards")))
check("create_board", lambda: expect("From an agent" in call("create_board", name="From an agent")))
check("get_board_pins", lambda: call("get_board_pins", board_id=board))
check("search_pins", lambda: call("search_pins", query="boots"))
check("get_account_analytics", lambda: call("get_account_analytics", start_date=os.environ["START"], end_date=os.environ["END"]))
check("get_trending", lambda: call("get_trending", region="US"))
server.stdin.close()
server.wait(10)
