import { globSync } from 'node:fs'
import { prebuiltSeeds } from '#server/seeds/prebuilt.ts'

/** What stands in the package as it does in the repository. */
const asItIs = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'SECURITY.md',
  'openapi/openapi.json',
  'openapi/seed.schema.json',
  'package.json',
  'bin/pinterest-ads-mock.js',
]

const entries = [
  'build/server/main.js',
  'build/server/index.js',
  'build/server/index.d.ts',
  'build/THIRD-PARTY-NOTICES.txt',
  'build/openapi/openapi.json',
  'build/openapi/control.json',
]
const seeds = prebuiltSeeds.flatMap((seed) => [
  `build/seeds/${seed}.prebuilt.json`,
  `build/seeds/${seed}.prebuilt.sqlite`,
])

/** What is loaded on first use, or by both entries: named by what is in it. */
const isChunk = (file: string): boolean => /^build\/server\/[\w.-]+-[A-Z0-9]{8}\.js$/.test(file)

const inRepository = (pattern: string): readonly string[] =>
  globSync(pattern, { cwd: new URL('../..', import.meta.url) }).map((file) => file.replaceAll('\\', '/'))

const migrations = inRepository('migrations/*.sql').map((file) => `build/${file}`)
/** The documentation for users: pages for contributors stay in the repository. */
const pages = inRepository('docs/**/*.md').filter((file) => !file.startsWith('docs/contributing/'))

/** What is wrong with the files of a package: what it lacks, and what nobody said should be in it. */
export function contentProblems(files: readonly string[]): string[] {
  const wanted = [...asItIs, ...pages, ...entries, ...seeds, ...migrations]
  return [
    ...wanted.filter((file) => !files.includes(file)).map((file) => `${file} is missing`),
    ...files.filter((file) => !wanted.includes(file) && !isChunk(file)).map((file) => `${file} has no place in it`),
  ]
}
