import { globSync, readFileSync } from 'node:fs'
import t from 'tap'

// The console speaks to a server over HTTP alone: it would otherwise show what clients cannot get.

const root = new URL('../../', import.meta.url)
const packages = /^(?:preact(?:\/(?:hooks|compat))?|@preact\/signals|uplot(?:\/dist\/uPlot\.min\.css)?)$/
const generatedTypes = /(?:\.\.\/)+server\/library\/generated\/(?:control|names)\.ts$/

/** Returns what a file imports that it may not, as it is written. */
function refusedIn(text: string): string[] {
  const imports = text.matchAll(/^import (type )?(?:[^'"]*? from )?'([^']+)'|import\('([^']+)'\)/gm)
  return [...imports]
    .filter(([, type, name = '', dynamic = name]) => {
      if (generatedTypes.test(dynamic)) return type === undefined
      return !packages.test(dynamic) && (!/^\.\.?\//.test(dynamic) || dynamic.includes('/server/'))
    })
    .map(([written]) => written)
}

const files = globSync('console/src/**/*.{ts,tsx}', { cwd: root })

t.test('the console imports itself, its packages, and types of test control', async (t) => {
  t.ok(files.length > 10)
  for (const file of files) t.same(refusedIn(readFileSync(new URL(file, root), 'utf8')), [], file)
})

t.test('an import of the server is seen', async (t) => {
  const above = '../'.repeat(3)
  const world = `import { World } from '${above}server/worlds/world.ts'`
  t.same(refusedIn(world), [world])
  t.same(refusedIn(`import type { Request } from '${above}server/library/generated/control.ts'`), [])
})
