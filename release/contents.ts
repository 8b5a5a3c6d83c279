import { globSync } from 'node:fs'

/** What stands in the package as it does in the repository. */
const asItIs = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'openapi/CLIENTS.md',
  'openapi/COVERAGE.md',
  'openapi/RULES.md',
  'openapi/openapi.json',
  'openapi/seed.schema.json',
  'package.json',
  'server/start.js',
]

const builtFrom = (pattern: string): string[] =>
  globSync(pattern, { cwd: new URL('..', import.meta.url) }).flatMap((file) =>
    file.endsWith('.ts')
      ? [`build/${file.replace(/ts$/, 'js')}`, `build/${file.replace(/ts$/, 'd.ts')}`]
      : [`build/${file}`],
  )

/** What is wrong with the files of a package: what it lacks, and what nobody said should be in it. */
export function contentProblems(files: readonly string[]): string[] {
  const wanted = [...asItIs, ...builtFrom('{server,db}/**/*.{ts,json}'), ...builtFrom('migrations/*.sql')]
  // Of the contract the build takes what the server imports.
  const allowed = new Set([...wanted, ...builtFrom('openapi/*.{ts,json}')])
  return [
    ...wanted.filter((file) => !files.includes(file)).map((file) => `${file} is missing`),
    ...files.filter((file) => !allowed.has(file)).map((file) => `${file} has no place in it`),
  ]
}
