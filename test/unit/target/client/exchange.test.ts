import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import t, { type Test } from 'tap'
import { exchange, type SentRequest } from '#server/target/client/exchange.ts'

/** Starts a server that answers as the listener says, and returns what sends one request to it. */
async function sending(t: Test, listener: RequestListener) {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v5`
  const request = { url, method: 'GET', headers: {}, body: undefined, timeout: 2 ** 31 - 1, signal: undefined }
  return (more: Partial<SentRequest> = {}) => exchange({ ...request, ...more })
}

const text = '{"name":"Zoë"}'
const encodings = { gzip: gzipSync, br: brotliCompressSync, deflate: deflateSync }
for (const [encoding, encode] of Object.entries(encodings)) {
  t.test(`a response in ${encoding} is decoded`, async (t) => {
    const send = await sending(t, (request, response) => {
      t.match(request.headers['accept-encoding'], encoding)
      response.writeHead(200, { 'content-encoding': encoding }).end(encode(text))
    })
    t.equal((await send()).text, text)
  })
}

t.test('what claims to be compressed and is not is an error', async (t) => {
  const send = await sending(t, (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('plain'))
  await t.rejects(send(), { message: /header/ })
})

t.test('a header that comes twice has both values', async (t) => {
  const send = await sending(t, (_, response) => {
    response.setHeader('warning', ['one', 'two'])
    response.end()
  })
  const { headers, text } = await send()
  t.same([headers.get('warning'), text], ['one, two', ''])
})

t.test('a body is sent with its length in bytes', async (t) => {
  const send = await sending(t, (request, response) =>
    request.pipe(response.setHeader('x', String(request.headers['content-length']))),
  )
  const { headers, text: echoed } = await send({ method: 'POST', body: text })
  t.same([headers.get('x'), echoed], [String(Buffer.byteLength(text)), text])
})

t.test('a response that does not end in time is an error, also when it has begun', async (t) => {
  const send = await sending(t, (_, response) => void response.writeHead(200).write('{"items":['))
  await t.rejects(send({ timeout: 50 }), { message: 'no answer in 50 ms' })
})

t.test('a response that ends in the middle is an error', async (t) => {
  const send = await sending(t, (_, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('{"items":[')
    setImmediate(() => response.destroy())
  })
  await t.rejects(send(), { message: 'the connection ended in the middle of the answer' })
})
