import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Test } from 'tap'
import type { Json, Mock } from '#test/support/mock.ts'

/** An answer that is about to be sent. */
export interface SentAnswer {
  status: number
  headers: Record<string, Json>
  body: Json
}

/** Changes an answer to a request; ends the connection in place of it where it returns `end`. */
export type Alter = (
  request: { readonly method: string; readonly path: string },
  answer: SentAnswer,
) => 'end' | undefined

/** Starts a server that answers as another one does, but for what is altered. Returns its base URL. */
export async function altered(t: Test, { app }: Mock, alter: Alter = () => {}): Promise<string> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { method = 'GET', url = '/' } = request
    const { 'accept-encoding': _, ...headers } = request.headers
    const payload = Buffer.concat(chunks)
    const told = await app.inject({ method: method as 'GET', url, headers, ...(payload.length > 0 && { payload }) })
    const isJson = String(told.headers['content-type']).startsWith('application/json') && told.body !== ''
    const kept = Object.entries(told.headers).filter(
      ([name]) => !/^(content-length|connection|transfer|x-mock)/.test(name),
    )
    const answer = {
      status: told.statusCode,
      headers: Object.fromEntries(kept),
      body: isJson ? told.json() : told.body,
    }
    if (alter({ method, path: url.replace(/\?.*/, '') }, answer) === 'end') return response.destroy()
    response.writeHead(answer.status, answer.headers)
    response.end(isJson ? JSON.stringify(answer.body) : answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v5`
}
