"""Resolves the host of Pinterest's API to the HTTPS port of a server on this machine, as a line of a hosts file would,
for clients whose host is hard-coded. Python loads this file by itself where its folder is in PYTHONPATH.
"""

import os
import socket

if "MOCK_HTTPS_PORT" in os.environ:
    resolve = socket.getaddrinfo
    connect = socket.socket.connect

    def resolve_here(host, *args, **options):
        name = host.decode() if isinstance(host, bytes) else host
        return resolve("127.0.0.1" if name == "api.pinterest.com" else host, *args, **options)

    def connect_here(self, address):
        here = ("127.0.0.1", int(os.environ["MOCK_HTTPS_PORT"]))
        return connect(self, here if tuple(address)[:2] == ("127.0.0.1", 443) else address)

    socket.getaddrinfo = resolve_here
    socket.socket.connect = connect_here
