import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { prebuiltSeeds } from '#server/seeds/prebuilt.ts'
import { swaggerFiles } from '../build/docs-page.ts'

/** Files that the package takes from the repository unchanged. */
const asItIs = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'SECURITY.md',
  'openapi/openapi.json',
  'openapi/seed.schema.json',
  'package.json',
  'bin/library.js',
  'bin/node-version.js',
  'bin/pinterest-ads-mock.js',
  'bin/require-node.js',
  'test/recipes/client.js',
]

const entries = [
  'build/server/main.js',
  'build/server/checkpoint-worker.js',
  'build/server/index.js',
  'build/server/index.d.ts',
  'build/THIRD-PARTY-NOTICES.txt',
  'build/openapi/openapi.json',
  'build/openapi/control.json',
  'build/console/index.html',
  'build/console/favicon.svg',
]
const seeds = prebuiltSeeds.flatMap((seed) => [
  `build/seeds/${seed}.prebuilt.json`,
  `build/seeds/${seed}.prebuilt.sqlite`,
])

/** Tells whether a file is a chunk of the bundles or of the console, which are named by their hash. */
const isChunk = (file: string): boolean =>
  /^build\/(?:server\/[\w.-]+-[A-Z0-9]{8}\.js|console\/assets\/[\w-]+-[\w-]{8}\.(?:js|css))$/.test(file)

const inRepository = (pattern: string): readonly string[] =>
  globSync(pattern, { cwd: new URL('../..', import.meta.url) }).map((file) => file.replaceAll('\\', '/'))

/** The pages of the documents, with the files of Swagger UI by brotli. */
const docsPage = [
  ...inRepository('server/docs-page/*').map((file) => file.replace(/^server/, 'build')),
  ...swaggerFiles.map((file) => `build/docs-page/${basename(file)}.br`),
]
const migrations = inRepository('migrations/*.sql').map((file) => `build/${file}`)
/** The documentation for users: pages for contributors stay in the repository. */
const pages = inRepository('docs/**/*.md').filter((file) => !file.startsWith('docs/contributing/'))

/** The examples for test runners, which the pages for users link to. */
const recipes = inRepository('test/recipes/*/*')

/** Every file that the package has from the repository, and what the build adds to them but for chunks. */
export const expectedFiles: readonly string[] = [
  ...asItIs,
  ...pages,
  ...recipes,
  ...entries,
  ...docsPage,
  ...seeds,
  ...migrations,
]

/** Returns what is wrong with the files of a package: missing and unexpected ones. */
export function contentProblems(files: readonly string[]): string[] {
  return [
    ...expectedFiles.filter((file) => !files.includes(file)).map((file) => `${file} is missing`),
    ...files
      .filter((file) => !expectedFiles.includes(file) && !isChunk(file))
      .map((file) => `${file} has no place in it`),
  ]
}
