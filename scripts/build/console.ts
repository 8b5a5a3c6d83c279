import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Builds the console into `build/console`. */
export async function buildConsole(): Promise<void> {
  await build({ configFile: fileURLToPath(new URL('../../console/vite.config.ts', import.meta.url)), logLevel: 'warn' })
}
