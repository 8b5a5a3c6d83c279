import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Program } from './program.ts'

const pathOf = (file: string): string => fileURLToPath(new URL(file, import.meta.url))
const node = (...args: string[]) => ({
  command: process.execPath,
  args: (port: number) => [...args, String(port)],
})

/** Returns the built server as `npm start` starts it. */
export function builtServer(): Program {
  needBuild()
  return node(pathOf('../bin/pinterest-ads-mock.js'), '--port')
}

/** A bare Fastify server with one route. */
export const bareStart: Program = node(pathOf('bare-start.js'))

/** Throws where nothing is built. */
export function needBuild(): void {
  if (!existsSync(new URL('../build/server/index.js', import.meta.url)))
    throw new Error('There is no build. Run: npm run build')
}
