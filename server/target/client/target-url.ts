import { UsageError } from '#server/config/usage-error.ts'

/** The host at which experiments are allowed. */
const sandboxHost = 'api-sandbox.pinterest.com'

/** Whether a host is one of Pinterest's, other than the sandbox. */
export function isProductionHost(host: string): boolean {
  const name = host.toLowerCase().replace(/\.+$/, '')
  return (name === 'pinterest.com' || name.endsWith('.pinterest.com')) && name !== sandboxHost
}

/**
 * Returns the base URL of a target without a slash at its end: `/v5` is added where the path names no version.
 *
 * @throws UsageError for another scheme, for credentials in the URL, for Pinterest without TLS, and for a production
 * host unless the user says that it is meant.
 */
export function targetUrl(text: string, { production = false }: { readonly production?: boolean } = {}): string {
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(`--target takes a URL such as https://${sandboxHost}/v5.`)
  }
  if (url.username !== '' || url.password !== '') {
    throw new UsageError('--target takes no user or password: the token comes from PINTEREST_ACCESS_TOKEN.')
  }
  if (url.search !== '' || url.hash !== '') throw new UsageError('--target takes a URL without a query or fragment.')
  const isPinterest = /(^|\.)pinterest\.com\.*$/.test(url.hostname)
  if (isPinterest && url.protocol === 'http:')
    throw new UsageError(`--target: ${url.hostname} is called by https alone.`)
  if (isProductionHost(url.hostname) && !production) {
    throw new UsageError(
      `--target: ${url.hostname} serves production. Add --production if that is meant; https://${sandboxHost}/v5 is the sandbox.`,
    )
  }
  const path = url.pathname.replace(/\/+$/, '')
  return url.origin + (/\/v\d+$/.test(path) ? path : `${path}/v5`)
}
