import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Builds the console into `build/console`, and returns the files that it is made of, by their paths in the repository. */
export async function buildConsole(): Promise<readonly string[]> {
  const configFile = fileURLToPath(new URL('../../console/vite.config.ts', import.meta.url))
  const built = await build({ configFile, logLevel: 'warn' })
  if (!('output' in built)) throw new Error('The build of the console is no single one')
  const modules = built.output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
  return modules.map((id) => relative('.', id.replace(/^\0/, '').split('?')[0] ?? '').replaceAll('\\', '/'))
}
