import { configurationOf } from '../../../server/config/config.ts'
import { startServer } from '../../../server/server.ts'
import type { Json } from '../../support/mock.ts'

/** A server on loopback for clients that run in processes of their own. */
export interface ServerForClients {
  /** Returns the variables that a client's checks read, for a world of its own. */
  environment(world: string): Promise<Readonly<Record<string, string>>>
  /** The authority that clients of HTTPS have to trust. */
  readonly certificate: string
  close(): Promise<void>
}

const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)
const account = '549755885262'

/** Starts a server with the seed `small`, by HTTP and by HTTPS as `api.pinterest.com`. */
export async function serverForClients(): Promise<ServerForClients> {
  const options = { port: 0, logLevel: 'silent', seed: 'small', httpsPort: 0, httpsHosts: ['api.pinterest.com'] }
  const { app, about } = await startServer(configurationOf(options))
  const { origin } = new URL(about.base_url)
  const certificate = await (await fetch(`${origin}/__mock/ca.pem`)).text()
  const environment = async (world: string) => {
    const mock = `${origin}/w/${world}`
    const headers = { authorization: 'Bearer any-text' }
    const first = async (path: string): Promise<string> => {
      const list = (await (await fetch(`${mock}/v5${path}`, { headers })).json()) as Json
      return list.items[0]?.id ?? ''
    }
    return {
      MOCK: mock,
      ORIGIN: origin,
      API_BASE: `${mock}/v5`,
      PINTEREST_API_URI: `${mock}/v5`,
      PINTEREST_ACCESS_TOKEN: `pina_${world}~local`,
      TOKEN: `pina_${world}~local`,
      REFRESH_TOKEN: await refreshToken(mock),
      MOCK_HTTPS_PORT: new URL(about.https_url ?? '').port,
      AD_ACCOUNT_ID: account,
      PIN_ID: await first('/pins'),
      BOARD_ID: await first('/boards'),
      START: day(-7),
      END: day(-1),
    }
  }
  return { environment, certificate, close: () => app.close() }
}

/** Authorizes an app in a world, and returns the refresh token that it gets. */
async function refreshToken(mock: string): Promise<string> {
  const redirect_uri = 'http://localhost:8085/'
  const query = {
    client_id: '1512345',
    redirect_uri,
    response_type: 'code',
    scope: 'ads:read,ads:write',
    auto_approve: '1',
  }
  const sent = await fetch(`${mock}/oauth/?${new URLSearchParams(query)}`, { redirect: 'manual' })
  const code = new URL(sent.headers.get('location') ?? '').searchParams.get('code') ?? ''
  const response = await fetch(`${mock}/v5/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from('1512345:secret').toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri }),
  })
  const { refresh_token } = (await response.json()) as Json
  return refresh_token
}
