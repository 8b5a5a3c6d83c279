import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { get } from './api.ts'
import { stop } from './child.ts'
import { Chromium, chromiumPath } from './chromium.ts'
import { launch } from './program.ts'
import { builtServer, needBuild } from './programs.ts'
import { measureInTurns } from './rounds.ts'
import type { Effort, Measured, Row } from './row.ts'

const folder = new URL('../build/console/', import.meta.url)

/** Returns the size of all files of the console, each as it is sent, in kB. */
function consoleKilobytes(): number {
  needBuild()
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
  const sizes = files.map(({ parentPath, name }) => gzipSync(readFileSync(`${parentPath}/${name}`)).length)
  return sizes.reduce((sum, size) => sum + size, 0) / 1000
}

const size = (): Promise<Measured> =>
  measureInTurns(1, [{ name: 'ours', kind: 'ours', figure: async () => consoleKilobytes() }])

/** Measures a server that has served no page yet, in a browser without a cache. */
async function consoleContent(chromium: Chromium): Promise<number> {
  const server = await launch(builtServer(), get('/v5/ad_accounts'))
  try {
    return await chromium.firstContent(`http://127.0.0.1:${server.port}/console/`)
  } finally {
    await stop(server)
  }
}

async function firstContent({ starts }: Effort): Promise<Measured> {
  const page = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end('<!doctype html><title>A page</title><p>One line')
  })
  await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve))
  const chromium = await Chromium.start()
  const url = `http://127.0.0.1:${(page.address() as AddressInfo).port}/`
  try {
    await chromium.firstContent(url)
    return await measureInTurns(starts, [
      { name: 'ours', kind: 'ours', figure: () => consoleContent(chromium) },
      { name: 'a static page of one line', kind: 'limit', figure: () => chromium.firstContent(url) },
    ])
  } finally {
    await chromium.stop()
    page.closeAllConnections()
    page.close()
  }
}

const contentRow: Row = {
  name: 'console: cold, to first content',
  unit: 'ms',
  reach: { ratio: 1.5, figure: 300, isEither: true },
  measure: firstContent,
}

/** The size of the console, and how soon it shows something, where there is a Chromium. */
export const consoleRows: readonly Row[] = [
  { name: 'console: all files, gzip', unit: 'kB', reach: { figure: 150 }, measure: size },
  ...(chromiumPath === undefined ? [] : [contentRow]),
]
