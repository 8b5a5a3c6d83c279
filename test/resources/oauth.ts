import type { Test } from 'tap'
import type { AuthSettings } from '../../server/domain/tokens.ts'
import { type Answer, type Json, type Mock, mock } from '../helper.ts'

/** An app that the strict server of tests knows. */
export const planner = { id: '1512345', secret: 'planner-secret', redirectUri: 'http://localhost:8085/' } as const

/** A strict server with that app, with another one, and with the token that every test calls with. */
export const strict: AuthSettings = {
  mode: 'strict',
  apps: {
    [planner.id]: { secret: planner.secret, redirect_uris: [planner.redirectUri], name: 'Planner' },
    1512346: { secret: 'other-secret', redirect_uris: [] },
  },
  tokens: { test: {} },
  autoApprove: false,
}

/** A strict server. */
export const strictMock = (t: Test, seed = 'small'): Promise<Mock> => mock(t, { seed, auth: strict })

/** HTTP Basic, as an app proves itself. */
export const basic = (id: string = planner.id, secret: string = planner.secret): string =>
  `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`

/** The query of the consent page as the quickstart writes it: nothing of it is encoded. */
export const asked = (more = ''): string =>
  `client_id=${planner.id}&redirect_uri=${planner.redirectUri}&response_type=code&scope=ads:read,user_accounts:read${more}`

/** A code that the page gave without asking. */
export async function codeOf({ call }: Mock, more = '', page = '/oauth/'): Promise<string> {
  const { headers } = await call('GET', `${page}?${asked(`&auto_approve=1${more}`)}`)
  return new URL(headers.location).searchParams.get('code') ?? ''
}

/** Sends a form of an app. */
export const send = (
  { call }: Mock,
  form: Readonly<Record<string, string>>,
  { authorization = basic(), url = '/v5/oauth/token' } = {},
): Promise<Answer> =>
  call('POST', url, new URLSearchParams(form).toString(), {
    authorization,
    'content-type': 'application/x-www-form-urlencoded',
  })

/** The form that exchanges a code. */
export const exchange = (code: string, redirect_uri: string = planner.redirectUri) => ({
  grant_type: 'authorization_code',
  code,
  redirect_uri,
})

/** Tokens that a user of the world granted, asked for with `more`. */
export async function granted(world: Mock, more = ''): Promise<Json> {
  const { body } = await send(world, exchange(await codeOf(world, more)))
  return body
}

/** A call with a token. */
export const callWith = ({ call }: Mock, token: string, method = 'GET', url = '/v5/ad_accounts', body?: unknown) =>
  call(method, url, body, { authorization: `Bearer ${token}` })
