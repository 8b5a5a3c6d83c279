import { type FastifyRequest, type FastifyServerOptions, LogController } from 'fastify'

const requestLevels = ['info', 'debug', 'trace']
const secrets = /([?&](?:access_token|refresh_token|client_secret|code)=)[^&]*/gi

/** The URL without what lets someone in. */
export const withoutSecrets = (url: string): string => url.replaceAll(secrets, '$1[redacted]')

/** What a log line says of a request: no headers, and no secrets of its URL. */
const req = ({ method, url, host, ip }: FastifyRequest) => ({
  method,
  url: withoutSecrets(url),
  host,
  remoteAddress: ip,
})

/** One line of JSON for each event from that level on; each request from `info` on. */
export function logging(level: string): Pick<FastifyServerOptions, 'logger' | 'logController'> {
  return {
    logger: level === 'silent' ? false : { level, serializers: { req } },
    logController: new LogController({ disableRequestLogging: !requestLevels.includes(level) }),
  }
}
