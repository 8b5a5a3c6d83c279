import { globSync, readFileSync } from 'node:fs'
import t from 'tap'

const root = new URL('../..', import.meta.url).pathname

/** Folders that are clean, and stay so. */
const cleanFolders = [
  'db',
  'server/domain',
  'server/worlds',
  'server/journal',
  'openapi',
  'scripts',
  'bench',
  'server/http',
  'server/plugins',
  'server/docs-page',
  'server/faults',
  'server/inspection',
  'server/seeds',
  'server/control',
  'server/config',
  'server/tls',
  'server/cli',
  'server/library',
  'server/contracts',
  'server/resources',
  'server/registry',
  'test/runner',
]

/** Comments, but not the `//` of a URL. */
const comment = /\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm

/** Words that hide who does something, and `such` where it stands for a noun. */
const riddle =
  /\b(?:told|given|asked)\b|\b(?:as|none) such\b|\bsuch(?= (?:is|are|was|were|has|have|that|which)\b|[,.;:)]|$)/gi

/** The same as names, where variables, parameters and properties are declared. */
const declaration =
  /(?:\b(?:const|let|function|readonly) |[([{,]\s*|^\s+)#?(told|given|asked|begun|unmade|blackout)(?=\s*(?:[(,:=?)}\]]|of\b))/gm

const riddlesIn = (text: string): readonly string[] => [
  ...[...text.matchAll(comment)].flatMap(([found]) => found.match(riddle) ?? []),
  ...[...text.replaceAll(comment, '').matchAll(declaration)].map(([, name = '']) => name),
]

for (const folder of cleanFolders) {
  t.test(`comments and names of ${folder} say who does what`, async (t) => {
    const files = globSync(`${folder}/**/*.{ts,js}`, { cwd: root }).filter(
      (file) => !/node_modules|\/generated\//.test(file),
    )
    t.not(files.length, 0, 'there is something to check')
    const found = files.flatMap((file) =>
      riddlesIn(readFileSync(`${root}${file}`, 'utf8')).map((word) => `${file}: ${word}`),
    )
    t.same(found, [])
  })
}

const examples: readonly (readonly [text: string, riddles: readonly string[]])[] = [
  ['/** What it was told. */', ['told']],
  ['/**\n * The asked\n * and the given.\n */', ['asked', 'given']],
  ['work() // Shown as such.', ['as such']],
  ['/** The name of such that exists. */', ['such']],
  ['const { id, given } = options', ['given']],
  ['function answer(asked: string) {}', ['asked']],
  ['  #begun = 0', ['begun']],
  ['/** Returns the campaigns of such an account, for example. */', []],
  ["const url = 'https://example.com/told'", []],
  ["const message = 'The code as it was given, or told.'", []],
]

for (const [text, riddles] of examples) {
  t.test(`in ${JSON.stringify(text)} the check finds ${riddles.join(', ') || 'nothing'}`, async (t) => {
    t.same(riddlesIn(text), riddles)
  })
}
