// OAuth with simple-oauth2 and oauth4webapi: authorization codes, with PKCE where the client has it, refreshes,
// credentials of the app, a revocation. MOCK is where the server is.
import assert from 'node:assert/strict'
import * as oauth from 'oauth4webapi'
import { AuthorizationCode, ClientCredentials } from 'simple-oauth2'

const mock = process.env.MOCK
const which = process.argv[2]
const redirect_uri = 'http://localhost:8085/'

async function check(title, call) {
  try {
    await call()
    console.log(`ok: ${title}`)
  } catch (error) {
    console.log(`not ok: ${title}: ${error.message} ${JSON.stringify(error.cause ?? error.data?.payload ?? '')}`)
  }
}

/** Where the user is sent back to. */
const redirected = async (url) => new URL((await fetch(url, { redirect: 'manual' })).headers.get('location'))
const account = (token) => fetch(`${mock}/v5/user_account`, { headers: { authorization: `Bearer ${token}` } })

async function simple() {
  const config = {
    client: { id: '1512345', secret: 'app-secret' },
    auth: {
      tokenHost: mock,
      tokenPath: '/v5/oauth/token',
      authorizePath: '/oauth/',
      revokePath: '/v5/oauth/token/revoke',
    },
  }
  const app = new AuthorizationCode(config)
  let token
  await check('an authorization code is exchanged', async () => {
    const url = app.authorizeURL({ redirect_uri, scope: 'ads:read,user_accounts:read', state: 's1', auto_approve: '1' })
    token = await app.getToken({ code: (await redirected(url)).searchParams.get('code'), redirect_uri })
    assert.equal((await account(token.token.access_token)).status, 200)
  })
  await check('the token is refreshed', async () => {
    const refreshed = await token.refresh()
    assert.notEqual(refreshed.token.access_token, token.token.access_token)
    token = refreshed
  })
  await check('the token is revoked', () => token.revokeAll())
  await check('the app gets a token of its own', async () => {
    const { authorizePath: _, ...auth } = config.auth
    assert.ok((await new ClientCredentials({ ...config, auth }).getToken({ scope: 'ads:read' })).token.access_token)
  })
}

async function strict() {
  const server = {
    issuer: mock,
    authorization_endpoint: `${mock}/oauth/`,
    token_endpoint: `${mock}/v5/oauth/token`,
    revocation_endpoint: `${mock}/v5/oauth/token/revoke`,
  }
  const client = { client_id: '1512345' }
  const authentication = oauth.ClientSecretBasic('app-secret')
  const insecure = { [oauth.allowInsecureRequests]: true }
  let token
  await check('an authorization code with PKCE is exchanged', async () => {
    const verifier = oauth.generateRandomCodeVerifier()
    const state = oauth.generateRandomState()
    const query = {
      ...{ client_id: client.client_id, redirect_uri, response_type: 'code', scope: 'ads:read,user_accounts:read' },
      ...{ state, code_challenge: await oauth.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
      auto_approve: '1',
    }
    const back = await redirected(`${server.authorization_endpoint}?${new URLSearchParams(query)}`)
    const parameters = oauth.validateAuthResponse(server, client, back, state)
    const exchange = [server, client, authentication, parameters, redirect_uri, verifier, insecure]
    const response = await oauth.authorizationCodeGrantRequest(...exchange)
    token = await oauth.processAuthorizationCodeResponse(server, client, response)
    assert.equal((await account(token.access_token)).status, 200)
  })
  await check('the token is refreshed', async () => {
    const request = [server, client, authentication, token.refresh_token, insecure]
    const response = await oauth.refreshTokenGrantRequest(...request)
    assert.ok((await oauth.processRefreshTokenResponse(server, client, response)).access_token)
  })
  await check('the app gets a token of its own', async () => {
    const parameters = new URLSearchParams({ scope: 'ads:read' })
    const response = await oauth.clientCredentialsGrantRequest(server, client, authentication, parameters, insecure)
    assert.ok((await oauth.processClientCredentialsResponse(server, client, response)).access_token)
  })
  await check('the token is revoked', async () => {
    const request = [server, client, authentication, token.access_token, insecure]
    await oauth.processRevocationResponse(await oauth.revocationRequest(...request))
  })
}

await (which === 'simple-oauth2' ? simple() : strict())
