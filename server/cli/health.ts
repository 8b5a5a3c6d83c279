import type { Configuration } from '../config/options.ts'
import { hostForUrl } from '../http/connection/url-host.ts'

/** Milliseconds that a server has to answer. */
const patience = 2000

/**
 * Asks the server that runs with this configuration whether it can answer from a world.
 *
 * @throws Error when it cannot, or is not there; the message says where it was looked for.
 */
export async function checkHealth({ host, port }: Configuration): Promise<void> {
  if (port === 0) throw new Error('With --port 0 nobody but the server knows its port: its --ready-file has it.')
  const url = `http://${hostForUrl(host)}:${port}/readyz`
  const status = await statusOf(url).catch((error: Error) => error.message)
  if (status !== 200) throw new Error(`${url} is not ready: ${status}`)
}

async function statusOf(url: string): Promise<number | undefined> {
  // Not at the top: every start would pay for it.
  const { get } = await import('node:http')
  return new Promise((resolve, reject) => {
    const request = get(url, { agent: false, timeout: patience }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    request.on('timeout', () => request.destroy(new Error(`no answer in ${patience} ms`)))
    request.on('error', reject)
  })
}
