import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { startMock } from '../../../server/index.ts'
import { generate, generators } from './generators.ts'

const script = `import { adAccountsList } from './api.ts'
const { status } = await adAccountsList({}, { headers: { Authorization: 'Bearer any' } })
export { status }
`

/**
 * Generates a client of the document that a server answers in one of its worlds, and calls it without saying where it
 * is. Returns the status, and the world that was called.
 */
export async function callByDefault(folder: string): Promise<{ readonly status: number; readonly world: unknown }> {
  await using mock = await startMock({ seed: 'small' })
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const description = join(folder, 'openapi.json')
  const served = await fetch(new URL('/w/generated/openapi.json', mock.baseUrl))
  writeFileSync(description, await served.text())
  const generator = generators.find(({ name }) => name === 'oazapfts')
  if (generator === undefined) throw new Error('There is no oazapfts among the generators')
  await generate(generator, description, folder)
  writeFileSync(join(folder, 'script.ts'), script)
  const outfile = join(folder, 'script.mjs')
  await build({ entryPoints: [join(folder, 'script.ts')], outfile, bundle: true, format: 'esm', platform: 'node' })
  const { status } = await import(pathToFileURL(outfile).href)
  const requests = await fetch(new URL('/w/generated/__mock/requests?limit=1', mock.baseUrl))
  const { items } = (await requests.json()) as { readonly items: readonly { readonly world: string }[] }
  return { status, world: items[0]?.world }
}
