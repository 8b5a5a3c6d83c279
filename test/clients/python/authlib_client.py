"""OAuth with Authlib: an authorization code with PKCE, a refresh, credentials of the app, a revocation."""

import os
from urllib.parse import parse_qs, urlparse

import requests
from authlib.common.security import generate_token
from authlib.integrations.requests_client import OAuth2Session
from results import check, expect

MOCK = os.environ["MOCK"]
TOKEN = f"{MOCK}/v5/oauth/token"
BACK = "http://localhost:8085/"
session = OAuth2Session("1512345", "app-secret", scope="ads:read,user_accounts:read", redirect_uri=BACK, code_challenge_method="S256")


def authorize():
    verifier = generate_token(48)
    url, state = session.create_authorization_url(f"{MOCK}/oauth/", code_verifier=verifier, auto_approve=1)
    back = requests.get(url, allow_redirects=False).headers["location"]
    expect(parse_qs(urlparse(back).query)["state"] == [state], back)
    token = session.fetch_token(TOKEN, authorization_response=back, code_verifier=verifier)
    expect(token["token_type"] == "bearer" and token["refresh_token"], token)


def call():
    expect(session.get(f"{MOCK}/v5/user_account").json()["username"])


def refresh():
    before = session.token["access_token"]
    expect(session.refresh_token(TOKEN)["access_token"] != before)
    call()


def of_the_app():
    app = OAuth2Session("1512345", "app-secret", scope="ads:read")
    expect(app.fetch_token(TOKEN, grant_type="client_credentials")["access_token"])


def revoke():
    response = session.revoke_token(f"{MOCK}/v5/oauth/token/revoke", token=session.token["access_token"])
    expect(response.status_code == 200, response.text)


check("an authorization code with PKCE is exchanged", authorize)
check("the API is called with the token", call)
check("the token is refreshed", refresh)
check("the app gets a token of its own", of_the_app)
check("the token is revoked", revoke)
