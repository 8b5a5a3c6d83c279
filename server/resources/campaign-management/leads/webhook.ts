import { isLocalHost, withoutBrackets } from '#server/http/local-host.ts'

/** Milliseconds within which a webhook has to answer. */
const timeout = 5000

/** What came of one request to a webhook. */
export interface WebhookAnswer {
  /** The HTTP status; null where nothing answered. */
  readonly status: number | null
  /** Why nothing answered; null where something did. */
  readonly error: string | null
}

/**
 * Tells whether leads may be sent to a URL: to this machine, or to a host that the server was started with. `*` is any.
 */
export function mayReach(url: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(url)) return false
  const { hostname, host, protocol } = new URL(url)
  if (protocol !== 'http:' && protocol !== 'https:') return false
  const name = withoutBrackets(hostname)
  return isLocalHost(name) || hosts.includes('*') || hosts.includes(name) || hosts.includes(host)
}

/** Posts JSON to a webhook. Redirects are not followed: they could lead to a host that is not allowed. */
export async function postToWebhook(url: string, body: string): Promise<WebhookAnswer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'user-agent': 'pinterest-ads-mock' },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    })
    await response.body?.cancel()
    return { status: response.status, error: null }
  } catch (error) {
    return { status: null, error: messageFor(error) }
  }
}

function messageFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `no answer within ${timeout / 1000} seconds`
  return error.cause instanceof Error ? error.cause.message || error.cause.name : error.message
}
