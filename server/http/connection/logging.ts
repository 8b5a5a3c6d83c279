import { type FastifyRequest, type FastifyServerOptions, LogController } from 'fastify'
import type { Redactor } from '#server/domain/redaction/redactor.ts'

const requestLevels = ['info', 'debug', 'trace']

/**
 * One line of JSON for each event from that level on; each request from `info` on, without its headers and body. What
 * could let someone in is taken out of every line, whoever writes it.
 */
export function logging(level: string, blackout: Redactor): Pick<FastifyServerOptions, 'logger' | 'logController'> {
  const req = ({ method, url, host, ip }: FastifyRequest) => ({
    method,
    url: blackout.url(url),
    host,
    remoteAddress: ip,
  })
  const hooks = { streamWrite: (line: string) => blackout.text(line) }
  return {
    logger: level === 'silent' ? false : { level, serializers: { req }, hooks },
    logController: new LogController({ disableRequestLogging: !requestLevels.includes(level) }),
  }
}
