import { once } from 'node:events'
import { connect } from 'node:net'
import t from 'tap'
import { mock } from '../support/mock.ts'
import { exchange, portOf } from './wire.ts'

const get = (path: string, headers = '') =>
  `GET ${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer test\r\n${headers}\r\n`
const late = (wait: string) => get('/v5/ad_accounts', `x-mock-fault: ${wait}\r\n`)
const last = get('/v5/ad_accounts', 'connection: close\r\n')
const answers = (received: string): number => received.split('HTTP/1.1 200 OK').length - 1

t.test('a hundred calls that wait for the answer to one before them are answered', async (t) => {
  const received = await exchange(await mock(t), late('latency=20ms') + get('/v5/boards').repeat(99) + last)
  t.equal(answers(received), 101)
})

t.test('a connection on which one more waits is ended', async (t) => {
  const server = await mock(t)
  t.equal(answers(await exchange(server, late('hang=10m') + get('/v5/boards').repeat(101))), 0)
  t.equal(answers(await exchange(server, last)), 1, 'others are answered')
})

t.test('a call behind one that hangs is not begun before that is over', async (t) => {
  const server = await mock(t)
  const { journal } = server.worlds.world('default')
  const socket = connect(await portOf(server), '127.0.0.1').resume()
  t.teardown(() => socket.destroy())
  socket.write(late('hang=10m') + get('/v5/boards').repeat(20))
  while (journal.entries.at(-1)?.faults.length !== 1) await new Promise(setImmediate)
  t.equal(answers(await exchange(server, last)), 1)
  t.same(
    journal.entries.slice(-2).map(({ url, status }) => [url, status]),
    [
      ['/v5/ad_accounts', null],
      ['/v5/ad_accounts', 200],
    ],
  )
  socket.destroy()
  await once(socket, 'close')
})

t.test('what a client sends behind a call that it gives up is never done', async (t) => {
  const server = await mock(t)
  const { journal } = server.worlds.world('default')
  const socket = connect(await portOf(server), '127.0.0.1').resume()
  const body = JSON.stringify({ name: 'Behind' })
  const post = `POST /v5/boards HTTP/1.1\r\nhost: x\r\nauthorization: Bearer test\r\ncontent-type: application/json\r\n`
  socket.write(`${late('hang=10m')}${post}content-length: ${body.length}\r\n\r\n${body}`)
  while (journal.entries.at(-1)?.faults.length !== 1) await new Promise(setImmediate)
  socket.destroy()
  while (!journal.entries.at(-1)?.lost) await new Promise(setImmediate)
  t.same((await server.call('GET', '/v5/boards')).body.items, [])
})
