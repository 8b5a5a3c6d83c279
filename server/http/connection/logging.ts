import { type FastifyRequest, type FastifyServerOptions, LogController } from 'fastify'
import type { Redactor } from '#server/domain/redaction/redactor.ts'

const requestLevels = ['info', 'debug', 'trace']

/** Returns whether each request is logged. */
export const logsRequests = (level: string): boolean => requestLevels.includes(level)

/**
 * Returns Fastify's logging options: one line of JSON for each event of the level and above, and for each request from
 * `info` on, without its headers and body. Credentials are redacted in every line, whichever library writes it.
 */
export function logging(level: string, redactor: Redactor): Pick<FastifyServerOptions, 'logger' | 'logController'> {
  const req = ({ method, url, host, ip }: FastifyRequest) => ({
    method,
    url: redactor.url(url),
    host,
    remoteAddress: ip,
  })
  const hooks = { streamWrite: (line: string) => redactor.text(line) }
  return {
    logger: level === 'silent' ? false : { level, serializers: { req }, hooks },
    logController: new LogController({ disableRequestLogging: !logsRequests(level) }),
  }
}
