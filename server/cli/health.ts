import type { Configuration } from '../config/configuration.ts'
import { hostForUrl } from '../http/connection/url-host.ts'

/** Milliseconds within which the server has to answer. */
const timeout = 2000

/**
 * Checks whether the server with this configuration is ready to answer from a world.
 *
 * @throws Error with its URL when it is not ready, or does not run.
 */
export async function checkHealth({ host, port }: Configuration): Promise<void> {
  if (port === 0) throw new Error('With --port 0 nobody but the server knows its port: its --ready-file has it.')
  const url = `http://${hostForUrl(host)}:${port}/readyz`
  const status = await statusOf(url).catch((error: Error) => error.message)
  if (status !== 200) throw new Error(`${url} is not ready: ${status}`)
}

async function statusOf(url: string): Promise<number | undefined> {
  // Imported here, since it would cost every start.
  const { get } = await import('node:http')
  return new Promise((resolve, reject) => {
    const request = get(url, { agent: false, timeout }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    request.on('timeout', () => request.destroy(new Error(`no answer in ${timeout} ms`)))
    request.on('error', reject)
  })
}
