import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Test } from 'tap'
import { readConfiguration } from '#server/config/config.ts'
import { openServer } from '#server/server.ts'

/** A call as the other service sees it. */
export interface ServedCall {
  readonly method: string
  readonly url: string
  /** How many calls there were before. */
  readonly count: number
  readonly text: string
}

/** An answer that a service may give in place of its own. */
export interface ServedAnswer {
  readonly status: number
  /** Beside those of the service's own answer; an empty one is taken away. */
  readonly headers?: Readonly<Record<string, string>>
  readonly text: string
}

/** Changes an answer; `end` ends the connection in place of answering. */
export type Alter = (call: ServedCall, answer: ServedAnswer) => ServedAnswer | 'end' | undefined

/** Another server of ours, which plays the real one: with other rules, behind whatever a test has it answer. */
export async function otherService(t: Test, args: readonly string[] = []) {
  const { configuration } = readConfiguration(['--seed', 'empty', ...args], {})
  const { app } = await openServer(configuration)
  let alter: Alter = () => undefined
  const calls: ServedCall[] = []
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (part) => {
      text += part
    })
    request.on('end', async () => {
      const { method = '', url = '', headers } = request
      const call = { method, url, count: calls.length, text }
      calls.push(call)
      const {
        statusCode,
        body,
        headers: own,
      } = await app.inject({
        method: method as 'GET',
        url,
        // As text, so that answers can be changed.
        headers: { ...headers, host: 'localhost', 'accept-encoding': 'identity' },
        ...(text !== '' && { payload: text }),
      })
      const answer = alter(call, { status: statusCode, text: body }) ?? { status: statusCode, text: body }
      if (answer === 'end') return void request.socket.destroy()
      const kept = Object.entries({ 'content-type': 'application/json', ...own, ...answer.headers }).filter(
        ([name, value]) => value !== '' && !/^(content-length|connection|keep-alive|transfer-encoding)$/.test(name),
      )
      response.writeHead(answer.status, Object.fromEntries(kept)).end(answer.text)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(async () => {
    server.closeAllConnections()
    server.close()
    await app.close()
  })
  const ask = async (method: string, url: string, body?: object) => {
    const { statusCode, body: text } = await app.inject({
      method: method as 'GET',
      url,
      headers: { host: 'localhost', authorization: 'Bearer x', 'content-type': 'application/json' },
      ...(body && { payload: JSON.stringify(body) }),
    })
    if (statusCode >= 400) throw new Error(`${method} ${url}: ${text}`)
    return text === '' ? undefined : JSON.parse(text)
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v5`,
    calls,
    ask,
    setAlter: (next: Alter): void => {
      alter = next
    },
    /** Creates an ad account, and returns its id. */
    adAccount: async (name: string): Promise<string> => (await ask('POST', '/v5/ad_accounts', { name })).id,
    /** The names of what probes made there and is neither archived nor deleted. */
    leftovers: async (adAccount: string): Promise<readonly string[]> => {
      const base = `/v5/ad_accounts/${adAccount}`
      const statuses = 'page_size=250&entity_statuses='
      const lists = await Promise.all([
        ask('GET', `${base}/campaigns?${statuses}ACTIVE,PAUSED,DRAFT`),
        ask('GET', `${base}/ad_groups?${statuses}ACTIVE,PAUSED,DRAFT`),
        ask('GET', `${base}/ads?${statuses}ACTIVE,PAUSED,DRAFT`),
        ask('GET', `${base}/advertiser_defined_events`),
        ask('GET', `${base}/labels?${statuses}ACTIVE`),
        ask('GET', `${base}/targeting_templates?page_size=250`),
        ask('GET', '/v5/boards?page_size=250'),
      ])
      return lists.flatMap(({ items }) => items.map((one: { name?: string; value?: string }) => one.name ?? one.value))
    },
  }
}
