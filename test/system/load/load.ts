import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { setTimeout as after } from 'node:timers/promises'
import { parseArgs } from 'node:util'

const usage = `node test/system/load/load.ts [--seconds N] [--connections N] [--until-closed]

Holds a server in a process of its own under connections that ask without end, clients that send a byte at a time and
clients that vanish in the middle of a request. Prints its event loop's lag and its memory before and after.
--until-closed waits, for two minutes at most, until the server has ended the clients that never finish.
Ends with 1 when a call fails, when such clients are kept, or, after a minute or more, when half of the loop's turns
take 100 ms or more.`

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    connections: { type: 'string', default: '1000' },
    'until-closed': { type: 'boolean', default: false },
    help: { type: 'boolean' },
  },
})

/** The seconds from which on the loop's lag is judged: a short run on a busy machine says nothing of it. */
const leastSeconds = 60

const call = 'GET /v5/ad_accounts HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer any\r\n\r\n'
const half = `${call.trimEnd()}\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n[`.replace(
  'GET',
  'POST',
)

/** The server's own measurements, asked of it by messages. */
const measured = `
const { monitorEventLoopDelay } = require('node:perf_hooks')
const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
process.on('message', () => {
  const { rss } = process.memoryUsage()
  process.send({ p50: delay.percentile(50) / 1e6, p99: delay.percentile(99) / 1e6, most: delay.max / 1e6, rss })
  delay.reset()
})
import(${JSON.stringify(new URL('../../../server/cli/main.ts', import.meta.url).href)}).then(({ main }) => main(['--port', '0']))`

interface Measured {
  readonly p50: number
  readonly p99: number
  readonly most: number
  readonly rss: number
}

async function measure(server: ChildProcess): Promise<Measured> {
  const message = once(server, 'message')
  server.send('measure')
  const [measurement] = await message
  return measurement
}

async function started(): Promise<{ server: ChildProcess; port: number }> {
  const server = spawn(process.execPath, ['--eval', measured], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  if (server.stdout === null) throw new Error('The server has no output.')
  for await (const line of createInterface(server.stdout)) {
    const port = /"base_url":"http:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1]
    if (port !== undefined) return { server, port: Number(port) }
  }
  throw new Error('The server did not start.')
}

async function opened(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1').on('error', () => {})
  await once(socket, 'connect')
  return socket
}

/** Counts what becomes of the calls. */
const counts = { answered: 0, failed: 0, vanished: 0 }

/** Asks again as soon as it is answered. */
async function asks(port: number, isOver: () => boolean): Promise<void> {
  const socket = await opened(port)
  const closed = once(socket, 'close')
  socket.on('data', (answer) => {
    if (String(answer).startsWith('HTTP/1.1 200')) counts.answered++
    else counts.failed++
    if (isOver()) socket.destroy()
    else socket.write(call)
  })
  socket.write(call)
  await closed
  if (!isOver()) counts.failed++
}

/** Sends a request's first bytes, one after the other; the server has to end it. */
async function dribbles(port: number, every: number): Promise<Socket> {
  const socket = await opened(port)
  let at = 0
  const timer = setInterval(() => socket.write(half[at++] ?? ' '), every)
  socket.resume().once('close', () => clearInterval(timer))
  return socket
}

/** Sends the half of a request and is gone. */
async function vanishes(port: number, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const socket = await opened(port)
    await new Promise((resolve) => socket.write(half, resolve))
    await after(5)
    socket.resetAndDestroy()
    counts.vanished++
  }
}

async function load(): Promise<boolean> {
  const { server, port } = await started()
  const seconds = Number(values.seconds)
  const most = Number(values.connections)
  try {
    await (await fetch(`http://127.0.0.1:${port}/v5/ad_accounts`, { headers: { authorization: 'Bearer any' } })).text()
    const before = await measure(server)
    const slow = await Promise.all(Array.from({ length: Math.ceil(most / 10) }, () => dribbles(port, 100)))
    const startedAt = performance.now()
    const isOver = (): boolean => performance.now() - startedAt > seconds * 1000
    await Promise.all([
      ...Array.from({ length: most }, () => asks(port, isOver)),
      ...Array.from({ length: 20 }, () => vanishes(port, isOver)),
    ])
    const during = await measure(server)
    const patience = performance.now() + 120_000
    const kept = (): number => slow.filter(({ closed }) => !closed).length
    while (values['until-closed'] && kept() > 0 && performance.now() < patience) await after(500)
    const left = kept()
    const waited = Math.round((performance.now() - startedAt) / 1000)
    for (const socket of slow) socket.destroy()
    await after(1000)
    const end = await measure(server)
    const megabytes = ({ rss }: Measured): string => `${Math.round(rss / 2 ** 20)} MB`
    console.log(`${most} connections for ${seconds} s: ${counts.answered} answered, ${counts.failed} failed`)
    console.log(
      `${counts.vanished} clients vanished; ${slow.length} sent a byte at a time, ${left} left after ${waited} s`,
    )
    console.log(
      `event loop's lag: median ${during.p50.toFixed(1)}, p99 ${during.p99.toFixed(1)}, most ${during.most.toFixed(1)} ms`,
    )
    console.log(`memory: ${megabytes(before)} before, ${megabytes(during)} under load, ${megabytes(end)} after`)
    const isHeld = seconds >= leastSeconds && during.p50 >= 100
    return counts.failed === 0 && counts.answered > 0 && !isHeld && (!values['until-closed'] || left === 0)
  } finally {
    server.kill('SIGKILL')
  }
}

if (values.help) console.log(usage)
else process.exitCode = (await load()) ? 0 : 1
