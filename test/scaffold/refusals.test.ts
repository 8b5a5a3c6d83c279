import { execFile } from 'node:child_process'
import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import t from 'tap'

const root = fileURLToPath(new URL('../..', import.meta.url))
const gardens = ['--from', 'test/fixtures/scaffold/gardens.yaml']

/** Runs the program in the tree itself, where it must write nothing. */
const refusal = (...words: readonly string[]): Promise<{ status: number; stderr: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['scripts/scaffold/main.ts', ...words], { cwd: root }, (error, _, stderr) =>
      resolve({ status: error === null ? 0 : Number(error.code), stderr }),
    )
  })

const cases: readonly (readonly [what: string, words: readonly string[], reason: RegExp])[] = [
  ['no name', gardens, /^Usage: npm run scaffold/],
  ['no description', ['garden_plots'], /^Usage: npm run scaffold/],
  ['an option that does not exist', ['garden_plots', '--to', 'x'], /Unknown option '--to'/],
  ['a name that no operation has', ['fountains', '--area', 'content', ...gardens], /no operations named fountains/],
  ['a file that is not there', ['x', '--from', 'nowhere.yaml'], /nowhere\.yaml cannot be read as a description/],
  ['a file that is no description', ['x', '--from', 'package.json'], /package\.json is no OpenAPI 3 description/],
  ['no area, where no neighbour has one', ['garden_plots', ...gardens], /name the area by --area, one of accounts/],
  ['an area that is not there', ['garden_plots', '--area', 'parks', ...gardens], /There is no area parks/],
  [
    'operations that a resource has',
    ['campaigns', '--from', 'openapi/openapi.json'],
    /a resource has already campaigns\/list/,
  ],
]

for (const [what, words, reason] of cases) {
  t.test(`${what} is refused with the reason, and nothing is written`, async (t) => {
    const { status, stderr } = await refusal(...words)
    t.equal(status, 1)
    t.match(stderr, reason)
    t.notMatch(stderr, /\n {4}at /, 'no stack')
    t.same(globSync('server/resources/*/{garden-plots,fountains}', { cwd: root }), [])
  })
}
