import { serveStdio } from '@modelcontextprotocol/server/stdio'
import { commandArguments } from '#server/config/command-arguments.ts'
import { readConfiguration } from '#server/config/config.ts'
import { UsageError } from '#server/config/usage-error.ts'
import { nearest } from '#server/http/nearest.ts'
import type { MockWorld } from '#server/library/mock-world.ts'
import { connectMock } from '#server/library/start.ts'
import { startServer } from '#server/server.ts'
import { mcpServer } from './server.ts'
import { type Group, groups } from './tool.ts'

const usage = `It is mcp [--url URL] [--allow ${groups.join(',')}|all] [options of the server that it starts].`

/**
 * Runs `mcp`: speaks the Model Context Protocol on standard input and output, for a server that runs at a URL or for one
 * that it starts on a free port, until standard input ends.
 *
 * @throws UsageError
 */
export async function mcpCommand(argv: readonly string[]): Promise<string | undefined> {
  const { own, rest } = split(argv)
  if (own.help === true) return usage
  const allow = allowedBy(own.allow)
  const { world, close } = await openWorld(own.url ?? process.env.PINTEREST_MOCK_URL, rest)
  const handle = serveStdio(() => mcpServer({ world, allow }))
  const end = (): void => void handle.close().then(close)
  // The server that was started would keep the process alive.
  process.stdin.once('end', end)
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, end)
  return undefined
}

/** Separates the flags of this command from options of the server. */
function split(argv: readonly string[]) {
  const options = { url: { type: 'string' }, allow: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const
  const mine: string[] = []
  const rest: string[] = []
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index] ?? ''
    const isMine = /^(?:--(?:url|allow|help)(?:=|$)|-h$)/.test(word)
    ;(isMine ? mine : rest).push(word)
    if (/^--(?:url|allow)$/.test(word) && index + 1 < argv.length) mine.push(argv[++index] ?? '')
  }
  return { own: commandArguments(mine, { options }, `. ${usage}`).values, rest }
}

function allowedBy(list = ''): readonly Group[] {
  const names = list.split(',').flatMap((name) => name.trim() || [])
  if (names.includes('all')) return groups
  return names.map((name) => {
    const group = groups.find((one) => one === name)
    if (group === undefined) {
      throw new UsageError(`--allow: there is no ${name}. Did you mean ${nearest(name, [...groups, 'all'])}? ${usage}`)
    }
    return group
  })
}

/** Connects to a server, or starts one: its log would stand in the way of the protocol on standard output. */
async function openWorld(
  url: string | undefined,
  argv: readonly string[],
): Promise<{ readonly world: MockWorld; readonly close: () => Promise<void> }> {
  const { configuration } = readConfiguration(['--port', '0', ...argv], process.env)
  const { controlToken } = configuration
  const token = controlToken === undefined ? {} : { controlToken }
  if (url === undefined) {
    if (!configuration.control) throw new UsageError('mcp needs test control: leave out --control off.')
    const { app, about } = await startServer({ ...configuration, logLevel: 'silent' })
    return { world: connectMock(about.base_url, token), close: () => app.close() }
  }
  const world = connectMock(url, token)
  await world.about().catch((error: unknown) => {
    throw new UsageError(`No mock answers at ${url}: ${error instanceof Error ? error.message : error}`)
  })
  return { world, close: async () => {} }
}
